/** Tables whose rows an export holds; columns that are sealed are left out of each. */
export const exportedTables: readonly string[] = [
  'organisations',
  'event_values',
  'people',
  'departments',
  'locations',
  'person_departments',
  'person_locations',
  'slack_installations',
  'pictures',
  'share_requests',
  'share_variants',
  'share_releases',
  'short_links',
  'click_counts',
  'click_origins',
  'reach_totals',
  'audit_entries',
  'audit_heads',
];

/** Tables that no export holds, with the reason. A table in neither list fails a test. */
export const withheldTables: Readonly<Record<string, string>> = {
  data_keys: 'keys',
  audit_ends: 'sealed as a whole; the export of the audit log proves its end',
  outgoing_mails: 'on their way, sealed as a whole',
  social_accounts: 'which employee shares where is nobody else’s to see',
  revocations: 'the same: accounts of employees that are being disconnected',
  connect_attempts: 'the same: employees who are just connecting',
  refresh_leases: 'the same: accounts whose sessions are just renewed',
  outgoing_shares: 'posts of employees on their way',
  share_tokens: 'blind marks of who shared, which are to mean nothing to anybody',
  awareness_tokens: 'blind marks of who saw a request',
  click_turns: 'a number by which processes take turns at counting visitors',
  click_visitors: 'hashes by which a visitor counts once a day',
  click_batches: 'ids of batches already counted',
  slack_events_seen: 'ids of events already handled',
  slack_install_states: 'pending installations',
};

/** Rows that stay when an organisation is erased: the record that it was, and what says that its keys are destroyed. */
export const keptTables: readonly string[] = ['audit_entries', 'audit_heads', 'audit_ends', 'data_keys'];
