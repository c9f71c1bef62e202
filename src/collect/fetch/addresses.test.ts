import { expect, test } from 'vitest';
import { isPublicAddress } from './addresses.ts';

test.each([
  '93.184.215.14',
  '8.8.8.8',
  '2606:4700::6810:84e5',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
  '172.32.0.1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', '[::1]', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:c0a8:0101', '64:ff9b::7f00:1', '2002:7f00:1::', '::127.0.0.1',
  'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '2001::1', 'localhost', '', '1.2.3',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
}); // biome-ignore format: a table
