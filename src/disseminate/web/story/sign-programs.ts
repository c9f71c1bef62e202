import { NodePointProgram, type NodeProgramType } from 'sigma/rendering';
import type { SignKind } from '../components/Sign.tsx';

/*
 * The signs of the workbench as the graphics card draws them: the same forms as in `components/Sign.tsx`. Each gives `ink`, 0 to 1,
 * from the place `m` within the point (-0.5 to 0.5) and the size `px` of a pixel in it.
 */

const FORMS: Readonly<Record<SignKind, string>> = {
  origin: 'float ink = cover(0.44 - length(m), px);',
  possible: 'float ink = max(ring(m, 0.38, px), cover(0.15 - length(m), px));',
  echo: 'float ink = ring(m, 0.27, px);',
  echoWithDetail:
    'float ink = max(ring(m + vec2(0.08, 0.0), 0.25, px), cover(0.17 - cross4(m - vec2(0.32, -0.22)), px));',
  ownConfirmation: 'float ink = cover(0.46 - abs(m.x) - abs(m.y), px);',
  ownDenial:
    'float ink = max(cover(0.06 - abs(abs(m.x) + abs(m.y) - 0.40), px), cover(0.06 - abs(m.x + m.y), px) * cover(0.46 - length(m), px));',
  notConfirmed: 'float ink = ring(m, 0.32, px) * step(0.45, fract(atan(m.y, m.x) * 0.95493));',
};

const makeShader = (form: string): string => `
precision mediump float;
varying vec4 v_color;
varying float v_border;

float cover(float inside, float px) { return clamp(inside / px + 0.5, 0.0, 1.0); }
float ring(vec2 m, float radius, float px) { return cover(0.065 - abs(length(m) - radius), px); }
// Small within the two bars of a plus, large elsewhere.
float cross4(vec2 m) { return min(max(abs(m.x), abs(m.y) * 3.4), max(abs(m.y), abs(m.x) * 3.4)); }

void main(void) {
  vec2 m = gl_PointCoord - vec2(0.5, 0.5);
  float px = v_border;
  #ifdef PICKING_MODE
  if (length(m) > 0.5) discard;
  gl_FragColor = v_color;
  #else
  ${form}
  gl_FragColor = vec4(v_color.rgb * ink, v_color.a * ink);
  #endif
}
`;

/** A program that draws one sign. */
function makeProgram(form: string): NodeProgramType {
  return class SignProgram extends NodePointProgram {
    override getDefinition() {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: makeShader(form) };
    }
  };
}

/** By sign. */
export const SIGN_PROGRAMS: Readonly<Record<string, NodeProgramType>> = Object.fromEntries(
  Object.entries(FORMS).map(([kind, form]) => [kind, makeProgram(form)]),
);
