/** How many standard deviations an interval of 80 % reaches to either side, of a normal distribution. */
export const SIGMAS_80 = 1.2815515655446004;
