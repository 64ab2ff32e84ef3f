/** Writes the parts of the documentation that come from code. `npm run check` fails when they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { configurationPath, writeConfigurationPage } from './checks/configuration-page.ts';
import { monitoringPath, writeMonitoringPage } from './checks/monitoring-page.ts';
import { rolesPath, writeRolesPage } from './checks/roles-page.ts';

writeFileSync(configurationPath, writeConfigurationPage(readFileSync(configurationPath, 'utf8')));
writeFileSync(monitoringPath, writeMonitoringPage(readFileSync(monitoringPath, 'utf8')));
writeFileSync(rolesPath, writeRolesPage(readFileSync(rolesPath, 'utf8')));
