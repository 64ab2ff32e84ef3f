-- Two more guided tours: processes, and pay for those who answer for it.
alter table tour_answers drop constraint tour_answers_tour_check;
alter table tour_answers add constraint tour_answers_tour_check
  check (tour in ('employees', 'schedulers', 'publishers', 'administrators', 'processes', 'payroll'));
