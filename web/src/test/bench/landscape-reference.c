// The loss of a fully connected network over a grid: a straightforward kernel for WebAssembly with SIMD, the reference of
// ./bench landscape. Four grid points are the lanes of a vector; tanh is a rational function of degrees 13 and 6.
//
// Built with clang 14.0.6 and lld by
//   clang --target=wasm32 -O3 -msimd128 -nostdlib -Wl,--no-entry -o landscape-reference.wasm landscape-reference.c
#include <wasm_simd128.h>

#define MOST_PARAMETERS 4096
#define MOST_POINTS 1024
#define MOST_INPUTS 16
#define MOST_UNITS 64
#define MOST_LAYERS 8
#define MOST_COLUMNS 512

#define EXPORT(name) __attribute__((export_name(name)))

static double origin[MOST_PARAMETERS], directionA[MOST_PARAMETERS], directionB[MOST_PARAMETERS];
static double us[MOST_COLUMNS], losses[MOST_COLUMNS];
static float inputs[MOST_POINTS * MOST_INPUTS], targets[MOST_POINTS];
static int widths[MOST_LAYERS];
static v128_t weights[MOST_PARAMETERS];

EXPORT("origin") double *originAddress(void) { return origin; }
EXPORT("directionA") double *directionAAddress(void) { return directionA; }
EXPORT("directionB") double *directionBAddress(void) { return directionB; }
EXPORT("us") double *usAddress(void) { return us; }
EXPORT("losses") double *lossesAddress(void) { return losses; }
EXPORT("inputs") float *inputsAddress(void) { return inputs; }
EXPORT("targets") float *targetsAddress(void) { return targets; }
EXPORT("widths") int *widthsAddress(void) { return widths; }

// x·P(x²)/Q(x²) on |x| ≤ 7.9: the coefficients of Eigen's ptanh.
static inline v128_t tangent(v128_t given) {
  const v128_t most = wasm_f32x4_splat(7.90531110763549805f);
  v128_t x = wasm_f32x4_pmax(wasm_f32x4_pmin(given, most), wasm_f32x4_neg(most));
  v128_t z = wasm_f32x4_mul(x, x);
  v128_t p = wasm_f32x4_splat(-2.76076847742355e-16f);
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(2.00018790482477e-13f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(-8.60467152213735e-11f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(5.12229709037114e-08f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(1.48572235717979e-05f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(6.37261928875436e-04f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, z), wasm_f32x4_splat(4.89352455891786e-03f));
  v128_t q = wasm_f32x4_splat(1.19825839466702e-06f);
  q = wasm_f32x4_add(wasm_f32x4_mul(q, z), wasm_f32x4_splat(1.18534705686654e-04f));
  q = wasm_f32x4_add(wasm_f32x4_mul(q, z), wasm_f32x4_splat(2.26843463243900e-03f));
  q = wasm_f32x4_add(wasm_f32x4_mul(q, z), wasm_f32x4_splat(4.89352518554385e-03f));
  return wasm_f32x4_div(wasm_f32x4_mul(x, p), q);
}

// One row of the grid: columns losses at (us[i], v); parameters: W and b of each layer in turn, W row-major (inputs, units).
EXPORT("row") void row(int layers, int points, int columns, double v, int parameters, int relu) {
  for (int column = 0; column < columns; column += 4) {
    for (int p = 0; p < parameters; p++) {
      float w[4];
      for (int lane = 0; lane < 4; lane++) {
        w[lane] = (float)(origin[p] + us[column + lane] * directionA[p] + v * directionB[p]);
      }
      weights[p] = wasm_f32x4_make(w[0], w[1], w[2], w[3]);
    }
    v128_t sum = wasm_f32x4_splat(0);
    for (int point = 0; point < points; point++) {
      v128_t one[MOST_UNITS], other[MOST_UNITS];
      v128_t *from = one, *to = other;
      for (int i = 0; i < widths[0]; i++) {
        from[i] = wasm_f32x4_splat(inputs[point * widths[0] + i]);
      }
      const v128_t *w = weights;
      for (int layer = 1; layer < layers; layer++) {
        int before = widths[layer - 1], units = widths[layer];
        for (int unit = 0; unit < units; unit++) {
          v128_t s = w[before * units + unit];
          for (int i = 0; i < before; i++) {
            s = wasm_f32x4_add(s, wasm_f32x4_mul(from[i], w[i * units + unit]));
          }
          int last = layer == layers - 1;
          to[unit] = last ? s : relu ? wasm_f32x4_pmax(wasm_f32x4_splat(0), s) : tangent(s);
        }
        w += (before + 1) * units;
        v128_t *swap = from;
        from = to;
        to = swap;
      }
      v128_t error = wasm_f32x4_sub(from[0], wasm_f32x4_splat(targets[point]));
      sum = wasm_f32x4_add(sum, wasm_f32x4_mul(error, error));
    }
    v128_t mean = wasm_f32x4_div(sum, wasm_f32x4_splat((float)points));
    losses[column] = wasm_f32x4_extract_lane(mean, 0);
    losses[column + 1] = wasm_f32x4_extract_lane(mean, 1);
    losses[column + 2] = wasm_f32x4_extract_lane(mean, 2);
    losses[column + 3] = wasm_f32x4_extract_lane(mean, 3);
  }
}
