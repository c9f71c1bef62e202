;; Matrix arithmetic of the parser network, four numbers at a time. All pointers are byte addresses in the memory
;; that is handed in; all lengths count 32-bit numbers and are multiples of four. kernel.ts holds the callers to that.
;; Built by: node scripts/make-kernel.mjs
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

  ;; y += W x for `count` vectors that lie one after another; W row by row. The outer loop takes four rows of W,
  ;; which then stay in the nearest cache, the inner one two vectors: eight sums at once, as many as an adder of
  ;; four cycles needs to be always busy. A last single vector is split into halves of four sums each.
  (func (export "addProducts")
    (param $w i32) (param $x i32) (param $y i32) (param $rows i32) (param $columns i32) (param $count i32)
    (local $row i32) (local $wide i32) (local $high i32) (local $yRow i32) (local $r i32)
    (local $xAt i32) (local $yAt i32) (local $left i32) (local $end i32)
    (local $p i32) (local $q i32) (local $w1 i32) (local $w2 i32) (local $w3 i32)
    (local $v v128) (local $u v128) (local $m v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $wide (i32.shl (local.get $columns) (i32.const 2)))
    (local.set $high (i32.shl (local.get $rows) (i32.const 2)))
    (local.set $row (local.get $w))
    (local.set $yRow (local.get $y))
    (local.set $r (i32.shr_u (local.get $rows) (i32.const 2)))
    (block $done
      (loop $rowLoop
        (br_if $done (i32.eqz (local.get $r)))
        (local.set $xAt (local.get $x))
        (local.set $yAt (local.get $yRow))
        (local.set $left (local.get $count))
        (block $pairsDone
          (loop $pairLoop
            (br_if $pairsDone (i32.lt_s (local.get $left) (i32.const 2)))
            (local.set $a (v128.const f32x4 0 0 0 0))
            (local.set $b (v128.const f32x4 0 0 0 0))
            (local.set $c (v128.const f32x4 0 0 0 0))
            (local.set $d (v128.const f32x4 0 0 0 0))
            (local.set $e (v128.const f32x4 0 0 0 0))
            (local.set $f (v128.const f32x4 0 0 0 0))
            (local.set $g (v128.const f32x4 0 0 0 0))
            (local.set $h (v128.const f32x4 0 0 0 0))
            (local.set $p (local.get $row))
            (local.set $w1 (i32.add (local.get $row) (local.get $wide)))
            (local.set $w2 (i32.add (local.get $w1) (local.get $wide)))
            (local.set $w3 (i32.add (local.get $w2) (local.get $wide)))
            (local.set $q (i32.add (local.get $xAt) (local.get $wide)))
            (local.set $end (local.get $q))
            (block $dotsDone
              (loop $dotLoop
                (br_if $dotsDone (i32.ge_u (local.get $xAt) (local.get $end)))
                (local.set $v (v128.load (local.get $xAt)))
                (local.set $u (v128.load (local.get $q)))
                (local.set $m (v128.load (local.get $p)))
                (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $m) (local.get $v))))
                (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $m) (local.get $u))))
                (local.set $m (v128.load (local.get $w1)))
                (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $m) (local.get $v))))
                (local.set $f (f32x4.add (local.get $f) (f32x4.mul (local.get $m) (local.get $u))))
                (local.set $m (v128.load (local.get $w2)))
                (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $m) (local.get $v))))
                (local.set $g (f32x4.add (local.get $g) (f32x4.mul (local.get $m) (local.get $u))))
                (local.set $m (v128.load (local.get $w3)))
                (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $m) (local.get $v))))
                (local.set $h (f32x4.add (local.get $h) (f32x4.mul (local.get $m) (local.get $u))))
                (local.set $p (i32.add (local.get $p) (i32.const 16)))
                (local.set $w1 (i32.add (local.get $w1) (i32.const 16)))
                (local.set $w2 (i32.add (local.get $w2) (i32.const 16)))
                (local.set $w3 (i32.add (local.get $w3) (i32.const 16)))
                (local.set $xAt (i32.add (local.get $xAt) (i32.const 16)))
                (local.set $q (i32.add (local.get $q) (i32.const 16)))
                (br $dotLoop)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $yAt))
              (call $sums (local.get $a) (local.get $b) (local.get $c) (local.get $d))))
            (local.set $yAt (i32.add (local.get $yAt) (local.get $high)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $yAt))
              (call $sums (local.get $e) (local.get $f) (local.get $g) (local.get $h))))
            (local.set $yAt (i32.add (local.get $yAt) (local.get $high)))
            (local.set $xAt (local.get $q))
            (local.set $left (i32.sub (local.get $left) (i32.const 2)))
            (br $pairLoop)))
        (if (local.get $left)
          (then
            (local.set $a (v128.const f32x4 0 0 0 0))
            (local.set $b (v128.const f32x4 0 0 0 0))
            (local.set $c (v128.const f32x4 0 0 0 0))
            (local.set $d (v128.const f32x4 0 0 0 0))
            (local.set $e (v128.const f32x4 0 0 0 0))
            (local.set $f (v128.const f32x4 0 0 0 0))
            (local.set $g (v128.const f32x4 0 0 0 0))
            (local.set $h (v128.const f32x4 0 0 0 0))
            (local.set $p (local.get $row))
            (local.set $w1 (i32.add (local.get $row) (local.get $wide)))
            (local.set $w2 (i32.add (local.get $w1) (local.get $wide)))
            (local.set $w3 (i32.add (local.get $w2) (local.get $wide)))
            ;; Where the columns are no multiple of eight, the last four go through the second half alone.
            (if (i32.and (local.get $columns) (i32.const 4))
              (then
                (local.set $u (v128.load (local.get $xAt)))
                (local.set $e (f32x4.mul (v128.load (local.get $p)) (local.get $u)))
                (local.set $f (f32x4.mul (v128.load (local.get $w1)) (local.get $u)))
                (local.set $g (f32x4.mul (v128.load (local.get $w2)) (local.get $u)))
                (local.set $h (f32x4.mul (v128.load (local.get $w3)) (local.get $u)))
                (local.set $p (i32.add (local.get $p) (i32.const 16)))
                (local.set $w1 (i32.add (local.get $w1) (i32.const 16)))
                (local.set $w2 (i32.add (local.get $w2) (i32.const 16)))
                (local.set $w3 (i32.add (local.get $w3) (i32.const 16)))
                (local.set $xAt (i32.add (local.get $xAt) (i32.const 16)))))
            (local.set $end (i32.add (local.get $row) (local.get $wide)))
            (block $halvesDone
              (loop $halfLoop
                (br_if $halvesDone (i32.ge_u (local.get $p) (local.get $end)))
                (local.set $v (v128.load (local.get $xAt)))
                (local.set $u (v128.load offset=16 (local.get $xAt)))
                (local.set $a (f32x4.add (local.get $a) (f32x4.mul (v128.load (local.get $p)) (local.get $v))))
                (local.set $e (f32x4.add (local.get $e) (f32x4.mul (v128.load offset=16 (local.get $p)) (local.get $u))))
                (local.set $b (f32x4.add (local.get $b) (f32x4.mul (v128.load (local.get $w1)) (local.get $v))))
                (local.set $f (f32x4.add (local.get $f) (f32x4.mul (v128.load offset=16 (local.get $w1)) (local.get $u))))
                (local.set $c (f32x4.add (local.get $c) (f32x4.mul (v128.load (local.get $w2)) (local.get $v))))
                (local.set $g (f32x4.add (local.get $g) (f32x4.mul (v128.load offset=16 (local.get $w2)) (local.get $u))))
                (local.set $d (f32x4.add (local.get $d) (f32x4.mul (v128.load (local.get $w3)) (local.get $v))))
                (local.set $h (f32x4.add (local.get $h) (f32x4.mul (v128.load offset=16 (local.get $w3)) (local.get $u))))
                (local.set $p (i32.add (local.get $p) (i32.const 32)))
                (local.set $w1 (i32.add (local.get $w1) (i32.const 32)))
                (local.set $w2 (i32.add (local.get $w2) (i32.const 32)))
                (local.set $w3 (i32.add (local.get $w3) (i32.const 32)))
                (local.set $xAt (i32.add (local.get $xAt) (i32.const 32)))
                (br $halfLoop)))
            (v128.store (local.get $yAt) (f32x4.add (v128.load (local.get $yAt))
              (call $sums
                (f32x4.add (local.get $a) (local.get $e)) (f32x4.add (local.get $b) (local.get $f))
                (f32x4.add (local.get $c) (local.get $g)) (f32x4.add (local.get $d) (local.get $h)))))))
        (local.set $row (i32.add (local.get $row) (i32.shl (local.get $wide) (i32.const 2))))
        (local.set $yRow (i32.add (local.get $yRow) (i32.const 16)))
        (local.set $r (i32.sub (local.get $r) (i32.const 1)))
        (br $rowLoop))))

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

  ;; y += x.
  (func (export "addTo") (param $y i32) (param $x i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $length) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (v128.store (local.get $y) (f32x4.add (v128.load (local.get $y)) (v128.load (local.get $x))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br $next))))

  ;; y = max(y, 0).
  (func (export "cutNegatives") (param $y i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $length) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (v128.store (local.get $y)
          (f32x4.max (v128.load (local.get $y)) (v128.const f32x4 0 0 0 0)))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (br $next))))

  ;; y = 1 / (1 + exp(-y)). The exponential as 2^n exp(r), r within half a binary order of nought and exp(r) by the
  ;; polynomial of the Cephes library (expf), which is right to a float's last place but one.
  (func (export "squash") (param $y i32) (param $length i32)
    (local $end i32) (local $x v128) (local $n v128) (local $r v128) (local $p v128)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $length) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (local.set $x (f32x4.min (v128.const f32x4 87 87 87 87)
          (f32x4.max (v128.const f32x4 -87 -87 -87 -87) (f32x4.neg (v128.load (local.get $y))))))
        (local.set $n (f32x4.nearest (f32x4.mul (local.get $x)
          (v128.const f32x4 1.44269504 1.44269504 1.44269504 1.44269504))))
        (local.set $r (f32x4.sub (f32x4.sub (local.get $x)
          (f32x4.mul (local.get $n) (v128.const f32x4 0.693359375 0.693359375 0.693359375 0.693359375)))
          (f32x4.mul (local.get $n)
            (v128.const f32x4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4))))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r)
          (v128.const f32x4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4))
          (v128.const f32x4 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1)))
        (local.set $p (f32x4.add (f32x4.mul (local.get $r) (local.get $p))
          (v128.const f32x4 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1 5.0000001201e-1)))
        (local.set $p (f32x4.add (f32x4.add
          (f32x4.mul (f32x4.mul (local.get $r) (local.get $r)) (local.get $p)) (local.get $r))
          (v128.const f32x4 1 1 1 1)))
        ;; Times 2^n, whose bits are n + 127 in the place of the exponent.
        (local.set $p (f32x4.mul (local.get $p) (i32x4.shl
          (i32x4.add (i32x4.trunc_sat_f32x4_s (local.get $n)) (v128.const i32x4 127 127 127 127))
          (i32.const 23))))
        (v128.store (local.get $y) (f32x4.div (v128.const f32x4 1 1 1 1)
          (f32x4.add (v128.const f32x4 1 1 1 1) (local.get $p))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (br $next))))
)
