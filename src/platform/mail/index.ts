/**
 * Mail: sent as a job of the caller's transaction, over SMTP with verified TLS, or into files where no server is
 * configured. On its way a mail is sealed; afterwards nothing of it stays.
 */
export { inspectSmtp, type SmtpFinding } from './inspection.ts';
export { type Mail, mailJobs, openMail } from './mail.ts';
export type { Message } from './message.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export { type Letter, setLetter } from './template.ts';
export { openTransport, type Transport } from './transport.ts';
