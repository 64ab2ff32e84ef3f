-- However a session ends (sign-out, "end all others", a limit, an operator's statement), every process is told, so that what it holds
-- open for that session is closed at once. A request asks the table anyway.
create function coact_tell_of_ended_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('coact', 'sessions.ended {"sessionId":"' || old.id::text || '"}');
  return null;
end $$;
create trigger tell_of_ended_session after delete on sessions
  for each row execute function coact_tell_of_ended_session();
