/** How often somebody may look at files or import them, roles and availability together. */
export const importLimit = { name: 'schedule-import', points: 120, seconds: 600 };
