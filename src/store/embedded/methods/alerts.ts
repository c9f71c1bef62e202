import type { AnyAlert, Delivery, Signed } from '../../../model/alert.ts';
import { findLimit } from '../../limits.ts';
import type { Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** Signed alerts and what became of them. */
export type AlertMethods = Pick<Store, 'putAlert' | 'listAlerts' | 'listLatestAlerts' | 'putDelivery'>;

const MAX_LIMIT = 1000;

export function makeAlertMethods({ call, write }: Session): AlertMethods {
  return {
    putAlert: (alert, isReplayed) => write('putAlert', alert, isReplayed),
    async listAlerts({ limit, ...filter } = {}) {
      const messages = await call('listAlerts', { ...filter, limit: findLimit(limit, MAX_LIMIT) });
      return messages.map(({ alert, isReplayed, deliveries }) => ({
        alert: JSON.parse(alert) as Signed<AnyAlert>,
        isReplayed,
        deliveries: deliveries.map((delivery) => JSON.parse(delivery) as Delivery),
      }));
    },
    listLatestAlerts: async () =>
      (await call('listLatestAlerts')).map((json) => JSON.parse(json) as Signed<AnyAlert>),
    putDelivery: (delivery) => write('putDelivery', delivery),
  };
}
