/**
 * The codes of the CAMEO codebook: each line a root with its codes below it; `141-4` stands for 141 and 1411 to 1414.
 * A fact of the codebook; kept so that a mistyped code in a problem file is found.
 */
const CODES = `
01 010 011 012 013 014 015 016 017 018 019
02 020 021-4 022 023-4 024-4 025-6 026 027 028
03 030 031-4 032 033-4 034-4 035-6 036 037 038 039
04 040 041 042 043 044 045 046
05 050 051 052 053 054 055 056 057
06 060 061 062 063 064
07 070 071 072 073 074 075
08 080 081-4 082 083-4 084-2 085 086-3 087-4
09 090 091 092 093 094
10 100 101-4 102 103-4 104-4 105-6 106 107 108
11 110 111 112-5 113 114 115 116
12 120 121-4 122-4 123-4 124-6 125 126 127 128 129
13 130 131-3 132-4 133 134 135 136 137 138-5 139
14 140 141-4 142-4 143-4 144-4 145-4
15 150 151 152 153 154 155
16 160 161 162-3 163 164 165 166-3
17 170 171-2 172-4 173 174 175 176
18 180 181 182-3 183-4 184 185 186
19 190 191 192 193 194 195-2 196
20 200 201 202 203 204-2`;

/** Every CAMEO code of two to four digits. */
export const CAMEO_CODES: ReadonlySet<string> = new Set(
  CODES.trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [code = '', leaves = '0'] = entry.split('-');
      return [code, ...Array.from({ length: Number(leaves) }, (_, i) => `${code}${i + 1}`)];
    }),
);
