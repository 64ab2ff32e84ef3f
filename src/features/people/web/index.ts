/** Pages of other slices choose departments and locations, and add them where somebody needs one that is not there yet. */
export { departmentsQuery, locationsQuery, type Place, placeChoices } from './places/contract.ts';
export { PlaceWindow } from './settings/place-window.tsx';
