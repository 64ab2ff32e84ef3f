import { z } from 'zod';

// zod compiles parsers with `new Function` unless told not to; the content policy forbids that and would report each try.
z.config({ jitless: true });

export { z };
