/** Pages of other slices choose departments and locations. */
export { departmentsQuery, locationsQuery, type Place, placeChoices } from './places/contract.ts';
