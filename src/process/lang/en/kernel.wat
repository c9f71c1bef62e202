;; Matrix arithmetic of the parser network, four numbers at a time. All pointers are byte addresses in the memory
;; that is handed in; lengths count numbers and are multiples of eight where nothing else is said.
;; The callers, kernel.ts, kernel-layers.ts and kernel-scorer.ts, hold to that. Built by: node scripts/make-kernel.mjs
;;
;; The compiler of V8 fetches all that is loaded between two branches before it computes: more than fifteen vectors at
;; once, loads and sums together, spill from the registers and take half as long again. Short loops it unrolls itself.
(module
  (memory (import "tocsin" "memory") 1)

  ;; The sums of four vectors as one vector.
  (func $sums (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $ab v128) (local $cd v128)
    (local.set $ab (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $cd (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (f32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $ab) (local.get $cd))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $ab) (local.get $cd))))

  ;; y += the rows of a table, each `width` numbers, whose first elements stand in the list `starts`. Sixteen
  ;; columns of y are held while the list is gone through, then what is left by four.
  (func (export "addRows")
    (param $table i32) (param $starts i32) (param $count i32) (param $y i32) (param $width i32)
    (local $end i32) (local $lastStart i32) (local $s i32) (local $at i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $width) (i32.const 2))))
    (local.set $lastStart (i32.add (local.get $starts) (i32.shl (local.get $count) (i32.const 2))))
    (block $widesDone
      (loop $wideLoop
        (br_if $widesDone (i32.lt_s (i32.sub (local.get $end) (local.get $y)) (i32.const 64)))
        (local.set $a (v128.load (local.get $y)))
        (local.set $b (v128.load offset=16 (local.get $y)))
        (local.set $c (v128.load offset=32 (local.get $y)))
        (local.set $d (v128.load offset=48 (local.get $y)))
        (local.set $s (local.get $starts))
        (block $listDone
          (loop $listLoop
            (br_if $listDone (i32.ge_u (local.get $s) (local.get $lastStart)))
            (local.set $at (i32.add (local.get $table) (i32.shl (i32.load (local.get $s)) (i32.const 2))))
            (local.set $a (f32x4.add (local.get $a) (v128.load (local.get $at))))
            (local.set $b (f32x4.add (local.get $b) (v128.load offset=16 (local.get $at))))
            (local.set $c (f32x4.add (local.get $c) (v128.load offset=32 (local.get $at))))
            (local.set $d (f32x4.add (local.get $d) (v128.load offset=48 (local.get $at))))
            (local.set $s (i32.add (local.get $s) (i32.const 4)))
            (br $listLoop)))
        (v128.store (local.get $y) (local.get $a))
        (v128.store offset=16 (local.get $y) (local.get $b))
        (v128.store offset=32 (local.get $y) (local.get $c))
        (v128.store offset=48 (local.get $y) (local.get $d))
        (local.set $y (i32.add (local.get $y) (i32.const 64)))
        (local.set $table (i32.add (local.get $table) (i32.const 64)))
        (br $wideLoop)))
    (block $done
      (loop $narrowLoop
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (local.set $a (v128.load (local.get $y)))
        (local.set $s (local.get $starts))
        (block $listDone
          (loop $listLoop
            (br_if $listDone (i32.ge_u (local.get $s) (local.get $lastStart)))
            (local.set $a (f32x4.add (local.get $a) (v128.load
              (i32.add (local.get $table) (i32.shl (i32.load (local.get $s)) (i32.const 2))))))
            (local.set $s (i32.add (local.get $s) (i32.const 4)))
            (br $listLoop)))
        (v128.store (local.get $y) (local.get $a))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $table (i32.add (local.get $table) (i32.const 16)))
        (br $narrowLoop))))

  ;; y = W x; W row by row, `step` bytes from row to row; rows and columns are multiples of four, columns at least eight.
  ;; Two rows at a time, and each in two halves: with more sums at once there would not be enough registers for them and
  ;; for what is fetched.
  (func (export "product")
    (param $w i32) (param $step i32) (param $x i32) (param $y i32) (param $rows i32) (param $columns i32)
    (local $xAt i32) (local $end i32) (local $p i32) (local $q i32)
    (local $v v128) (local $u v128) (local $e v128) (local $f v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $columns) (i32.const 2))))
    (block $done
      (loop $block
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $p (local.get $w))
        (local.set $q (i32.add (local.get $w) (local.get $step)))
        (local.set $xAt (local.get $x))
        ;; Where the columns are no multiple of eight, the first four go through the second half alone.
        (local.set $e (v128.const f32x4 0 0 0 0))
        (local.set $f (v128.const f32x4 0 0 0 0))
        (if (i32.and (local.get $columns) (i32.const 4))
          (then
            (local.set $u (v128.load (local.get $xAt)))
            (local.set $e (f32x4.mul (v128.load (local.get $p)) (local.get $u)))
            (local.set $f (f32x4.mul (v128.load (local.get $q)) (local.get $u)))
            (local.set $p (i32.add (local.get $p) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 16)))
            (local.set $xAt (i32.add (local.get $xAt) (i32.const 16)))))
        (loop $firstTwo
          (local.set $v (v128.load (local.get $xAt)))
          (local.set $u (v128.load offset=16 (local.get $xAt)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (v128.load (local.get $p)) (local.get $v))))
          (local.set $e (f32x4.add (local.get $e) (f32x4.mul (v128.load offset=16 (local.get $p)) (local.get $u))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (v128.load (local.get $q)) (local.get $v))))
          (local.set $f (f32x4.add (local.get $f) (f32x4.mul (v128.load offset=16 (local.get $q)) (local.get $u))))
          (local.set $p (i32.add (local.get $p) (i32.const 32)))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (local.set $xAt (i32.add (local.get $xAt) (i32.const 32)))
          (br_if $firstTwo (i32.lt_u (local.get $xAt) (local.get $end))))
        (local.set $a (f32x4.add (local.get $a) (local.get $e)))
        (local.set $b (f32x4.add (local.get $b) (local.get $f)))
        (local.set $w (i32.add (local.get $w) (i32.shl (local.get $step) (i32.const 1))))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $p (local.get $w))
        (local.set $q (i32.add (local.get $w) (local.get $step)))
        (local.set $xAt (local.get $x))
        ;; Where the columns are no multiple of eight, the first four go through the second half alone.
        (local.set $e (v128.const f32x4 0 0 0 0))
        (local.set $f (v128.const f32x4 0 0 0 0))
        (if (i32.and (local.get $columns) (i32.const 4))
          (then
            (local.set $u (v128.load (local.get $xAt)))
            (local.set $e (f32x4.mul (v128.load (local.get $p)) (local.get $u)))
            (local.set $f (f32x4.mul (v128.load (local.get $q)) (local.get $u)))
            (local.set $p (i32.add (local.get $p) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 16)))
            (local.set $xAt (i32.add (local.get $xAt) (i32.const 16)))))
        (loop $lastTwo
          (local.set $v (v128.load (local.get $xAt)))
          (local.set $u (v128.load offset=16 (local.get $xAt)))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (v128.load (local.get $p)) (local.get $v))))
          (local.set $e (f32x4.add (local.get $e) (f32x4.mul (v128.load offset=16 (local.get $p)) (local.get $u))))
          (local.set $d (f32x4.add (local.get $d) (f32x4.mul (v128.load (local.get $q)) (local.get $v))))
          (local.set $f (f32x4.add (local.get $f) (f32x4.mul (v128.load offset=16 (local.get $q)) (local.get $u))))
          (local.set $p (i32.add (local.get $p) (i32.const 32)))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (local.set $xAt (i32.add (local.get $xAt) (i32.const 32)))
          (br_if $lastTwo (i32.lt_u (local.get $xAt) (local.get $end))))
        (local.set $c (f32x4.add (local.get $c) (local.get $e)))
        (local.set $d (f32x4.add (local.get $d) (local.get $f)))
        (local.set $w (i32.add (local.get $w) (i32.shl (local.get $step) (i32.const 1))))
        (v128.store (local.get $y) (call $sums (local.get $a) (local.get $b) (local.get $c) (local.get $d)))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $block))))

  ;; y = max(0, first + rows) for `vectors` vectors that lie one after another, each of `width` numbers, a multiple of
  ;; sixteen. For each of them the list has `count` addresses of rows; it is gone through for sixteen columns at a time.
  (func (export "sumRows")
    (param $list i32) (param $count i32) (param $first i32) (param $y i32) (param $width i32) (param $vectors i32)
    (local $end i32) (local $listEnd i32) (local $s i32) (local $at i32) (local $column i32) (local $zero v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $width) (i32.const 2)))
    (block $done
      (loop $vector
        (br_if $done (i32.eqz (local.get $vectors)))
        (local.set $listEnd (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
        (local.set $column (i32.const 0))
        (loop $columns
          (local.set $at (i32.add (local.get $first) (local.get $column)))
          (local.set $a (v128.load (local.get $at)))
          (local.set $b (v128.load offset=16 (local.get $at)))
          (local.set $c (v128.load offset=32 (local.get $at)))
          (local.set $d (v128.load offset=48 (local.get $at)))
          (local.set $s (local.get $list))
          (loop $row
            (local.set $at (i32.add (i32.load (local.get $s)) (local.get $column)))
            (local.set $a (f32x4.add (local.get $a) (v128.load (local.get $at))))
            (local.set $b (f32x4.add (local.get $b) (v128.load offset=16 (local.get $at))))
            (local.set $c (f32x4.add (local.get $c) (v128.load offset=32 (local.get $at))))
            (local.set $d (f32x4.add (local.get $d) (v128.load offset=48 (local.get $at))))
            (local.set $s (i32.add (local.get $s) (i32.const 4)))
            (br_if $row (i32.lt_u (local.get $s) (local.get $listEnd))))
          (v128.store (local.get $y) (f32x4.pmax (local.get $zero) (local.get $a)))
          (v128.store offset=16 (local.get $y) (f32x4.pmax (local.get $zero) (local.get $b)))
          (v128.store offset=32 (local.get $y) (f32x4.pmax (local.get $zero) (local.get $c)))
          (v128.store offset=48 (local.get $y) (f32x4.pmax (local.get $zero) (local.get $d)))
          (local.set $y (i32.add (local.get $y) (i32.const 64)))
          (local.set $column (i32.add (local.get $column) (i32.const 64)))
          (br_if $columns (i32.lt_u (local.get $column) (local.get $end))))
        (local.set $list (local.get $listEnd))
        (local.set $vectors (i32.sub (local.get $vectors) (i32.const 1)))
        (br $vector))))

  ;; y = max(y, 0) + x.
  (func (export "cutAndAdd") (param $y i32) (param $x i32) (param $length i32)
    (local $end i32) (local $zero v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $length) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (v128.store (local.get $y)
          (f32x4.add (f32x4.pmax (local.get $zero) (v128.load (local.get $y))) (v128.load (local.get $x))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br $next))))

  ;; y = 1 / (1 + exp(-y)). The exponential as 2^n exp(r), r within half a binary order of nought and exp(r) by the
  ;; polynomial of the Cephes library (expf), which is right to a float's last place but one. Eight numbers at a time,
  ;; since making the constants takes as long as computing with them.
  (func (export "squash") (param $y i32) (param $length i32)
    (local $end i32) (local $x v128) (local $n v128) (local $r v128) (local $p v128)
    (local $x2 v128) (local $n2 v128) (local $r2 v128) (local $p2 v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $length) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (local.set $x (f32x4.pmin (v128.const f32x4 87 87 87 87) (f32x4.pmax (v128.const f32x4 -87 -87 -87 -87)
          (f32x4.neg (v128.load (local.get $y))))))
        (local.set $x2 (f32x4.pmin (v128.const f32x4 87 87 87 87) (f32x4.pmax (v128.const f32x4 -87 -87 -87 -87)
          (f32x4.neg (v128.load offset=16 (local.get $y))))))
        ;; The nearest whole number, in the last bits of what 1.5 * 2^23 is added to.
        (local.set $n (f32x4.add (f32x4.mul (local.get $x) (v128.const f32x4 1.44269504 1.44269504 1.44269504 1.44269504))
          (v128.const f32x4 12582912 12582912 12582912 12582912)))
        (local.set $n2 (f32x4.add (f32x4.mul (local.get $x2) (v128.const f32x4 1.44269504 1.44269504 1.44269504 1.44269504))
          (v128.const f32x4 12582912 12582912 12582912 12582912)))
        (local.set $r (f32x4.sub (local.get $n) (v128.const f32x4 12582912 12582912 12582912 12582912)))
        (local.set $r2 (f32x4.sub (local.get $n2) (v128.const f32x4 12582912 12582912 12582912 12582912)))
        (local.set $r (f32x4.sub
          (f32x4.sub (local.get $x) (f32x4.mul (local.get $r) (v128.const f32x4 0.693359375 0.693359375 0.693359375 0.693359375)))
          (f32x4.mul (local.get $r) (v128.const f32x4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4))))
        (local.set $r2 (f32x4.sub
          (f32x4.sub (local.get $x2) (f32x4.mul (local.get $r2) (v128.const f32x4 0.693359375 0.693359375 0.693359375 0.693359375)))
          (f32x4.mul (local.get $r2) (v128.const f32x4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4))))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (v128.const f32x4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4))
          (v128.const f32x4 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3)))
        (local.set $p2 (f32x4.add (f32x4.mul (local.get $r2) (v128.const f32x4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4))
          (v128.const f32x4 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3)))
        (local.set $p2 (f32x4.add (f32x4.mul (local.get $r2) (local.get $p2))
          (v128.const f32x4 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2)))
        (local.set $p2 (f32x4.add (f32x4.mul (local.get $r2) (local.get $p2))
          (v128.const f32x4 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1)))
        (local.set $p2 (f32x4.add (f32x4.mul (local.get $r2) (local.get $p2))
          (v128.const f32x4 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1)))
        (local.set $p2 (f32x4.add (f32x4.mul (local.get $r2) (local.get $p2))
          (v128.const f32x4 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1)))
        (local.set $p (f32x4.add (v128.const f32x4 1 1 1 1) (f32x4.add (local.get $r)
          (f32x4.mul (f32x4.mul (local.get $r) (local.get $r)) (local.get $p)))))
        (local.set $p2 (f32x4.add (v128.const f32x4 1 1 1 1) (f32x4.add (local.get $r2)
          (f32x4.mul (f32x4.mul (local.get $r2) (local.get $r2)) (local.get $p2)))))
        ;; Times 2^n, whose bits are n + 127 in the place of the exponent.
        (local.set $p (f32x4.mul (local.get $p) (i32x4.shl
          (i32x4.add (local.get $n) (v128.const i32x4 127 127 127 127)) (i32.const 23))))
        (local.set $p2 (f32x4.mul (local.get $p2) (i32x4.shl
          (i32x4.add (local.get $n2) (v128.const i32x4 127 127 127 127)) (i32.const 23))))
        (v128.store (local.get $y) (f32x4.div (v128.const f32x4 1 1 1 1) (f32x4.add (v128.const f32x4 1 1 1 1) (local.get $p))))
        (v128.store offset=16 (local.get $y) (f32x4.div (v128.const f32x4 1 1 1 1) (f32x4.add (v128.const f32x4 1 1 1 1) (local.get $p2))))
        (local.set $y (i32.add (local.get $y) (i32.const 32)))
        (br $next))))

  ;; memory = before + update * (value - before) for four channels, in eight bytes a number as plain code does it.
  (func $blend (param $before v128) (param $update v128) (param $value v128) (result v128)
    (local $low v128) (local $high v128)
    (local.set $low (f64x2.promote_low_f32x4 (local.get $before)))
    (local.set $high (f64x2.promote_low_f32x4 (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
      (local.get $before) (local.get $before))))
    (local.set $low (f64x2.add (local.get $low) (f64x2.mul
      (f64x2.promote_low_f32x4 (local.get $update))
      (f64x2.sub (f64x2.promote_low_f32x4 (local.get $value)) (local.get $low)))))
    (local.set $update (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
      (local.get $update) (local.get $update)))
    (local.set $value (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
      (local.get $value) (local.get $value)))
    (local.set $high (f64x2.add (local.get $high) (f64x2.mul
      (f64x2.promote_low_f32x4 (local.get $update))
      (f64x2.sub (f64x2.promote_low_f32x4 (local.get $value)) (local.get $high)))))
    (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
      (f32x4.demote_f64x2_zero (local.get $low)) (f32x4.demote_f64x2_zero (local.get $high))))

  ;; What a recurrent layer remembers, added to what came in: y = x + memory. The first half of the channels reads
  ;; forwards, the other half backwards; four of each at a time, from one end of the sentence to the other.
  (func (export "remember")
    (param $update i32) (param $value i32) (param $x i32) (param $y i32) (param $channels i32) (param $count i32)
    (local $wide i32) (local $end i32) (local $at i32) (local $back i32) (local $column i32) (local $half i32)
    (local $forward v128) (local $backward v128) (local $zero v128)
    (local.set $wide (i32.shl (local.get $channels) (i32.const 2)))
    (local.set $half (i32.shl (local.get $channels) (i32.const 1)))
    (local.set $end (i32.mul (local.get $wide) (local.get $count)))
    (loop $columns
      (local.set $forward (local.get $zero))
      (local.set $backward (local.get $zero))
      (local.set $at (local.get $column))
      (local.set $back (i32.add (i32.sub (local.get $end) (local.get $half)) (local.get $column)))
      (loop $word
        (local.set $forward (call $blend (local.get $forward)
          (v128.load (i32.add (local.get $update) (local.get $at)))
          (v128.load (i32.add (local.get $value) (local.get $at)))))
        (v128.store (i32.add (local.get $y) (local.get $at))
          (f32x4.add (v128.load (i32.add (local.get $x) (local.get $at))) (local.get $forward)))
        (local.set $backward (call $blend (local.get $backward)
          (v128.load (i32.add (local.get $update) (local.get $back)))
          (v128.load (i32.add (local.get $value) (local.get $back)))))
        (v128.store (i32.add (local.get $y) (local.get $back))
          (f32x4.add (v128.load (i32.add (local.get $x) (local.get $back))) (local.get $backward)))
        (local.set $back (i32.sub (local.get $back) (local.get $wide)))
        (br_if $word (i32.lt_u (local.tee $at (i32.add (local.get $at) (local.get $wide))) (local.get $end))))
      (br_if $columns (i32.lt_u
        (local.tee $column (i32.add (local.get $column) (i32.const 16))) (local.get $half)))))

  ;; Writes `count` vectors as whole numbers of two bytes, the greatest of each vector as 32,767, and to `units` what
  ;; one of these is worth. The columns are a multiple of eight.
  (func (export "code") (param $x i32) (param $codes i32) (param $units i32) (param $columns i32) (param $count i32)
    (local $end i32) (local $p i32) (local $most v128) (local $top f32) (local $scale v128) (local $magic v128)
    ;; Added to a number, this leaves the nearest whole one in its last bits (1.5 * 2^23).
    (local.set $magic (v128.const f32x4 12582912 12582912 12582912 12582912))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $x) (i32.shl (local.get $columns) (i32.const 2))))
        (local.set $most (v128.const f32x4 0 0 0 0))
        (local.set $p (local.get $x))
        (loop $measure
          (local.set $most (f32x4.pmax (local.get $most) (f32x4.pmax
            (f32x4.abs (v128.load (local.get $p))) (f32x4.abs (v128.load offset=16 (local.get $p))))))
          (local.set $p (i32.add (local.get $p) (i32.const 32)))
          (br_if $measure (i32.lt_u (local.get $p) (local.get $end))))
        (local.set $top (f32.max
          (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
          (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
        (f32.store (local.get $units) (f32.div (local.get $top) (f32.const 32767)))
        ;; A vector of noughts stays one.
        (local.set $scale (f32x4.splat (select (f32.div (f32.const 32767) (local.get $top)) (f32.const 0)
          (f32.gt (local.get $top) (f32.const 1e-30)))))
        (local.set $p (local.get $x))
        (loop $write
          (v128.store (local.get $codes) (i16x8.narrow_i32x4_s
            (i32x4.sub (f32x4.add (f32x4.mul (v128.load (local.get $p)) (local.get $scale))
              (local.get $magic)) (local.get $magic))
            (i32x4.sub (f32x4.add (f32x4.mul (v128.load offset=16 (local.get $p)) (local.get $scale))
              (local.get $magic)) (local.get $magic))))
          (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
          (local.set $p (i32.add (local.get $p) (i32.const 32)))
          (br_if $write (i32.lt_u (local.get $p) (local.get $end))))
        (local.set $x (local.get $end))
        (local.set $units (i32.add (local.get $units) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next))))

  ;; Adds the products of a matrix of whole numbers and `count` vectors of whole numbers, each times what a number is
  ;; worth in its row (`scales`) and in its vector (`units`), to what lies at `from`, and writes the sums to `y`. The
  ;; steps lead from one vector to the next, in bytes; with a step of nought every vector starts from the same numbers.
  ;;
  ;; An instruction multiplies two columns of four rows, so the matrix is packed in this order: blocks of sixteen rows,
  ;; at last of four; within a block two columns after another; of these, row by row, both numbers. A lane holds the sum
  ;; of its row from first to last. Two vectors at a time share what is fetched of the matrix: eight sums at once.
  (func (export "products")
    (param $w i32) (param $scales i32) (param $x i32) (param $units i32)
    (param $from i32) (param $startStep i32) (param $y i32) (param $yStep i32)
    (param $rows i32) (param $columns i32) (param $count i32)
    (local $wide i32) (local $xAt i32) (local $yAt i32) (local $start i32) (local $unit i32) (local $left i32)
    (local $end i32) (local $p i32) (local $q i32)
    (local $v v128) (local $u v128) (local $m v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $wide (i32.shl (local.get $columns) (i32.const 1)))
    (block $blocksDone
      (loop $block
        (br_if $blocksDone (i32.lt_s (local.get $rows) (i32.const 16)))
        (local.set $xAt (local.get $x))
        (local.set $yAt (local.get $y))
        (local.set $start (local.get $from))
        (local.set $unit (local.get $units))
        (local.set $left (local.get $count))
        (block $pairsDone
          (loop $pair
            (br_if $pairsDone (i32.lt_s (local.get $left) (i32.const 2)))
            (local.set $a (v128.const i32x4 0 0 0 0))
            (local.set $b (v128.const i32x4 0 0 0 0))
            (local.set $c (v128.const i32x4 0 0 0 0))
            (local.set $d (v128.const i32x4 0 0 0 0))
            (local.set $e (v128.const i32x4 0 0 0 0))
            (local.set $f (v128.const i32x4 0 0 0 0))
            (local.set $g (v128.const i32x4 0 0 0 0))
            (local.set $h (v128.const i32x4 0 0 0 0))
            (local.set $p (local.get $w))
            (local.set $q (i32.add (local.get $xAt) (local.get $wide)))
            (local.set $end (local.get $q))
            (loop $both
              (local.set $v (v128.load32_splat (local.get $xAt)))
              (local.set $u (v128.load32_splat (local.get $q)))
              (local.set $m (v128.load (local.get $p)))
              (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $m) (local.get $v))))
              (local.set $e (i32x4.add (local.get $e) (i32x4.dot_i16x8_s (local.get $m) (local.get $u))))
              (local.set $m (v128.load offset=16 (local.get $p)))
              (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $m) (local.get $v))))
              (local.set $f (i32x4.add (local.get $f) (i32x4.dot_i16x8_s (local.get $m) (local.get $u))))
              (local.set $m (v128.load offset=32 (local.get $p)))
              (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $m) (local.get $v))))
              (local.set $g (i32x4.add (local.get $g) (i32x4.dot_i16x8_s (local.get $m) (local.get $u))))
              (local.set $m (v128.load offset=48 (local.get $p)))
              (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $m) (local.get $v))))
              (local.set $h (i32x4.add (local.get $h) (i32x4.dot_i16x8_s (local.get $m) (local.get $u))))
              (local.set $p (i32.add (local.get $p) (i32.const 64)))
              (local.set $xAt (i32.add (local.get $xAt) (i32.const 4)))
              (local.set $q (i32.add (local.get $q) (i32.const 4)))
              (br_if $both (i32.lt_u (local.get $xAt) (local.get $end))))
            (local.set $m (v128.load32_splat (local.get $unit)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $scales))))))
            (v128.store offset=16 (local.get $yAt) (f32x4.add (v128.load offset=16 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $b)) (v128.load offset=16 (local.get $scales))))))
            (v128.store offset=32 (local.get $yAt) (f32x4.add (v128.load offset=32 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $c)) (v128.load offset=32 (local.get $scales))))))
            (v128.store offset=48 (local.get $yAt) (f32x4.add (v128.load offset=48 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $d)) (v128.load offset=48 (local.get $scales))))))
            (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
            (local.set $start (i32.add (local.get $start) (local.get $startStep)))
            (local.set $yAt (i32.add (local.get $yAt) (local.get $yStep)))
            (local.set $m (v128.load32_splat (local.get $unit)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $e)) (v128.load (local.get $scales))))))
            (v128.store offset=16 (local.get $yAt) (f32x4.add (v128.load offset=16 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $f)) (v128.load offset=16 (local.get $scales))))))
            (v128.store offset=32 (local.get $yAt) (f32x4.add (v128.load offset=32 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $g)) (v128.load offset=32 (local.get $scales))))))
            (v128.store offset=48 (local.get $yAt) (f32x4.add (v128.load offset=48 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $h)) (v128.load offset=48 (local.get $scales))))))
            (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
            (local.set $start (i32.add (local.get $start) (local.get $startStep)))
            (local.set $yAt (i32.add (local.get $yAt) (local.get $yStep)))
            (local.set $xAt (local.get $q))
            (local.set $left (i32.sub (local.get $left) (i32.const 2)))
            (br $pair)))
        (if (local.get $left)
          (then
            (local.set $a (v128.const i32x4 0 0 0 0))
            (local.set $b (v128.const i32x4 0 0 0 0))
            (local.set $c (v128.const i32x4 0 0 0 0))
            (local.set $d (v128.const i32x4 0 0 0 0))
            (local.set $p (local.get $w))
            (local.set $end (i32.add (local.get $xAt) (local.get $wide)))
            (loop $single
              (local.set $v (v128.load32_splat (local.get $xAt)))
              (local.set $a (i32x4.add (local.get $a)
                (i32x4.dot_i16x8_s (v128.load (local.get $p)) (local.get $v))))
              (local.set $b (i32x4.add (local.get $b)
                (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $p)) (local.get $v))))
              (local.set $c (i32x4.add (local.get $c)
                (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $p)) (local.get $v))))
              (local.set $d (i32x4.add (local.get $d)
                (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $p)) (local.get $v))))
              (local.set $p (i32.add (local.get $p) (i32.const 64)))
              (local.set $xAt (i32.add (local.get $xAt) (i32.const 4)))
              (br_if $single (i32.lt_u (local.get $xAt) (local.get $end))))
            (local.set $m (v128.load32_splat (local.get $unit)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $scales))))))
            (v128.store offset=16 (local.get $yAt) (f32x4.add (v128.load offset=16 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $b)) (v128.load offset=16 (local.get $scales))))))
            (v128.store offset=32 (local.get $yAt) (f32x4.add (v128.load offset=32 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $c)) (v128.load offset=32 (local.get $scales))))))
            (v128.store offset=48 (local.get $yAt) (f32x4.add (v128.load offset=48 (local.get $start)) (f32x4.mul (local.get $m)
              (f32x4.mul (f32x4.convert_i32x4_s (local.get $d)) (v128.load offset=48 (local.get $scales))))))
            (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
            (local.set $start (i32.add (local.get $start) (local.get $startStep)))
            (local.set $yAt (i32.add (local.get $yAt) (local.get $yStep)))))
        (local.set $w (i32.add (local.get $w) (i32.mul (local.get $wide) (i32.const 16))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 64)))
        (local.set $from (i32.add (local.get $from) (i32.const 64)))
        (local.set $y (i32.add (local.get $y) (i32.const 64)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 16)))
        (br $block)))
    (block $restDone
      (loop $rest
        (br_if $restDone (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $xAt (local.get $x))
        (local.set $yAt (local.get $y))
        (local.set $start (local.get $from))
        (local.set $unit (local.get $units))
        (local.set $left (local.get $count))
        (loop $next
          (local.set $a (v128.const i32x4 0 0 0 0))
          (local.set $p (local.get $w))
          (local.set $end (i32.add (local.get $xAt) (local.get $wide)))
          (loop $single
            (local.set $v (v128.load32_splat (local.get $xAt)))
            (local.set $a (i32x4.add (local.get $a)
              (i32x4.dot_i16x8_s (v128.load (local.get $p)) (local.get $v))))
            (local.set $p (i32.add (local.get $p) (i32.const 16)))
            (local.set $xAt (i32.add (local.get $xAt) (i32.const 4)))
            (br_if $single (i32.lt_u (local.get $xAt) (local.get $end))))
          (local.set $m (v128.load32_splat (local.get $unit)))
          (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $start)) (f32x4.mul (local.get $m)
            (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $scales))))))
          (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
          (local.set $start (i32.add (local.get $start) (local.get $startStep)))
          (local.set $yAt (i32.add (local.get $yAt) (local.get $yStep)))
          (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
        (local.set $w (i32.add (local.get $w) (i32.mul (local.get $wide) (i32.const 4))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $rest))))

  ;; Lists the pairs of whole numbers that are not both nought, each with the place of its columns in a block of sixteen
  ;; packed rows. Gives the end of the list.
  (func (export "listPairs") (param $codes i32) (param $list i32) (param $columns i32) (result i32)
    (local $at i32) (local $end i32) (local $pair i32)
    (local.set $end (i32.shl (local.get $columns) (i32.const 5)))
    (loop $next
      (local.set $pair (i32.load (local.get $codes)))
      (i32.store (local.get $list) (local.get $at))
      (i32.store offset=4 (local.get $list) (local.get $pair))
      ;; What is nought is written over by the next.
      (local.set $list (i32.add (local.get $list) (i32.shl (i32.ne (local.get $pair) (i32.const 0)) (i32.const 3))))
      (local.set $codes (i32.add (local.get $codes) (i32.const 4)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 64))) (local.get $end))))
    (local.get $list))

  ;; What `products` does, for one vector of which only the listed pairs are not nought.
  (func (export "listProducts")
    (param $w i32) (param $scales i32) (param $list i32) (param $end i32) (param $unitAt i32)
    (param $from i32) (param $y i32) (param $rows i32) (param $columns i32)
    (local $wide i32) (local $entry i32) (local $p i32) (local $v v128) (local $unit v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $wide (i32.shl (local.get $columns) (i32.const 1)))
    (local.set $unit (v128.load32_splat (local.get $unitAt)))
    (block $blocksDone
      (loop $block
        (br_if $blocksDone (i32.lt_s (local.get $rows) (i32.const 16)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $entry (local.get $list))
        (block $listDone
          (loop $next
            (br_if $listDone (i32.ge_u (local.get $entry) (local.get $end)))
            (local.set $p (i32.add (local.get $w) (i32.load (local.get $entry))))
            (local.set $v (v128.load32_splat offset=4 (local.get $entry)))
            (local.set $a (i32x4.add (local.get $a)
              (i32x4.dot_i16x8_s (v128.load (local.get $p)) (local.get $v))))
            (local.set $b (i32x4.add (local.get $b)
              (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $p)) (local.get $v))))
            (local.set $c (i32x4.add (local.get $c)
              (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $p)) (local.get $v))))
            (local.set $d (i32x4.add (local.get $d)
              (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $p)) (local.get $v))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
            (br $next)))
        (v128.store (local.get $y) (f32x4.add (v128.load (local.get $from)) (f32x4.mul (local.get $unit)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $scales))))))
        (v128.store offset=16 (local.get $y) (f32x4.add (v128.load offset=16 (local.get $from)) (f32x4.mul (local.get $unit)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $b)) (v128.load offset=16 (local.get $scales))))))
        (v128.store offset=32 (local.get $y) (f32x4.add (v128.load offset=32 (local.get $from)) (f32x4.mul (local.get $unit)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c)) (v128.load offset=32 (local.get $scales))))))
        (v128.store offset=48 (local.get $y) (f32x4.add (v128.load offset=48 (local.get $from)) (f32x4.mul (local.get $unit)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $d)) (v128.load offset=48 (local.get $scales))))))
        (local.set $w (i32.add (local.get $w) (i32.mul (local.get $wide) (i32.const 16))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 64)))
        (local.set $from (i32.add (local.get $from) (i32.const 64)))
        (local.set $y (i32.add (local.get $y) (i32.const 64)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 16)))
        (br $block)))
    (block $restDone
      (loop $rest
        (br_if $restDone (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $entry (local.get $list))
        (block $listDone
          (loop $next
            (br_if $listDone (i32.ge_u (local.get $entry) (local.get $end)))
            (local.set $p (i32.add (local.get $w) (i32.shr_u (i32.load (local.get $entry)) (i32.const 2))))
            (local.set $v (v128.load32_splat offset=4 (local.get $entry)))
            (local.set $a (i32x4.add (local.get $a)
              (i32x4.dot_i16x8_s (v128.load (local.get $p)) (local.get $v))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
            (br $next)))
        (v128.store (local.get $y) (f32x4.add (v128.load (local.get $from)) (f32x4.mul (local.get $unit)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $scales))))))
        (local.set $w (i32.add (local.get $w) (i32.mul (local.get $wide) (i32.const 4))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $rest))))

  ;; The first of the greatest of `count` numbers, a multiple of four.
  (func (export "best") (param $x i32) (param $count i32) (result i32)
    (local $p i32) (local $end i32) (local $most v128) (local $found i32)
    (local.set $p (local.get $x))
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $most (v128.load (local.get $x)))
    (loop $measure
      (local.set $most (f32x4.pmax (local.get $most) (v128.load (local.get $p))))
      (br_if $measure (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end))))
    (local.set $most (f32x4.splat (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
      (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most))))))
    (local.set $p (local.get $x))
    (loop $look
      (local.set $found (i32x4.bitmask (f32x4.eq (local.get $most) (v128.load (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 16)))
      (br_if $look (i32.eqz (local.get $found))))
    (i32.add (i32.ctz (local.get $found))
      (i32.shr_u (i32.sub (i32.sub (local.get $p) (i32.const 16)) (local.get $x)) (i32.const 2))))
)
