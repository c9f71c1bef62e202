import { dayNumberOf } from './calendar.ts';

/**
 * The March equinox in Julian ephemeris days for the years 1000 to 3000: mean value and periodic terms after Jean Meeus,
 * Astronomical Algorithms, chapter 27; right to about a minute.
 */
function marchEquinoxOf(year: number): number {
  const y = (year - 2000) / 1000;
  const mean = 2451623.80984 + y * (365242.37404 + y * (0.05169 - y * (0.00411 + y * 0.00057)));
  const t = (mean - 2451545) / 36525;
  const w = radians(35999.373 * t - 2.47);
  const lambda = 1 + 0.0334 * Math.cos(w) + 0.0007 * Math.cos(2 * w);
  let sum = 0;
  for (const [a, b, c] of TERMS) sum += a * Math.cos(radians(b + c * t));
  return mean + (0.00001 * sum) / lambda;
}

const TERMS: readonly (readonly [amplitude: number, phase: number, rate: number])[] = [
  [485, 324.96, 1934.136],
  [203, 337.23, 32964.467],
  [199, 342.08, 20.186],
  [182, 27.85, 445267.112],
  [156, 73.14, 45036.886],
  [136, 171.52, 22518.443],
  [77, 222.54, 65928.934],
  [74, 296.72, 3034.906],
  [70, 243.58, 9037.513],
  [58, 119.81, 33718.147],
  [52, 297.17, 150.678],
  [50, 21.02, 2281.226],
  [45, 247.54, 29929.562],
  [44, 325.15, 31555.956],
  [29, 60.93, 4443.417],
  [18, 155.12, 67555.328],
  [17, 288.79, 4562.452],
  [16, 198.04, 62894.029],
  [14, 199.76, 31436.921],
  [12, 95.39, 14577.848],
  [12, 287.11, 31931.756],
  [12, 320.81, 34777.259],
  [9, 227.73, 1222.114],
  [8, 15.45, 16859.074],
];

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Julian day of the midnight that begins 1 January 1970, and Tehran's hours ahead of Greenwich. */
const UNIX_EPOCH = 2440587.5;
const TEHRAN = 3.5 / 24;
/** By so much the clock of the equations runs ahead of that of Greenwich in these decades: some 70 seconds. */
const DELTA_T = 70 / 86400;

/** Day number of Nowruz: the day of the equinox where it falls before noon in Tehran, else the next. */
export function nowruzOf(year: number): number | undefined {
  if (year < 1900 || year > 2100) return undefined;
  const moment = marchEquinoxOf(year) - DELTA_T - UNIX_EPOCH + TEHRAN;
  const day = Math.floor(moment);
  const first = dayNumberOf(year, 3, 19);
  return Math.max(first, moment - day < 0.5 ? day : day + 1);
}
