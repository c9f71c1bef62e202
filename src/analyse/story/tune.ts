export const P = { link: 0.2, stay: 1.1, th: 0.31, prior: 20, again: 0.3, most: 100, links: 24, stories: 5 };
