-- Two plain roles. Each transaction takes one of them on: a superuser or owner would not be bound by row security.
-- tsunagi_app works inside one region. tsunagi_gate sees what is needed to find the region, and no content.
do $$ begin create role tsunagi_app nologin; exception when duplicate_object or unique_violation then null; end $$;--> statement-breakpoint
do $$ begin create role tsunagi_gate nologin; exception when duplicate_object or unique_violation then null; end $$;--> statement-breakpoint
do $$ begin
  execute format('grant tsunagi_app, tsunagi_gate to %I', current_user);
exception when unique_violation or internal_error then null; end $$;--> statement-breakpoint
do $$ begin
  execute format('grant usage on schema %I to tsunagi_app, tsunagi_gate', current_schema());
end $$;--> statement-breakpoint
create function protect_region(target regclass, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_region on %s to tsunagi_app '
    'using (region_id = current_setting(''app.region'', true)) '
    'with check (region_id = current_setting(''app.region'', true))', target);
  execute format('grant %s on %s to tsunagi_app', privileges, target);
end $$;--> statement-breakpoint
create function open_at_gate(target regclass, columns text) returns void language plpgsql as $$
begin
  execute format('create policy gate on %s for select to tsunagi_gate using (true)', target);
  execute format('grant select (%s) on %s to tsunagi_gate', columns, target);
end $$;--> statement-breakpoint
select protect_region('regions');--> statement-breakpoint
select protect_region('municipalities');--> statement-breakpoint
select protect_region('offices');--> statement-breakpoint
select protect_region('members');--> statement-breakpoint
select protect_region('bodies');--> statement-breakpoint
select protect_region('series');--> statement-breakpoint
select protect_region('workspaces');--> statement-breakpoint
select protect_region('cases');--> statement-breakpoint
select protect_region('plans');--> statement-breakpoint
select protect_region('monitorings');--> statement-breakpoint
select protect_region('meetings');--> statement-breakpoint
select protect_region('summaries');--> statement-breakpoint
select protect_region('summary_versions');--> statement-breakpoint
select protect_region('agendas');--> statement-breakpoint
select protect_region('reminders');--> statement-breakpoint
select protect_region('deliveries');--> statement-breakpoint
select protect_region('received_events');--> statement-breakpoint
select protect_region('practice_messages');--> statement-breakpoint
select protect_region('practice_reads');--> statement-breakpoint
select protect_region('practice_clock');--> statement-breakpoint
select protect_region('audit_log', 'select, insert');--> statement-breakpoint
grant usage on sequence audit_log_id_seq to tsunagi_app;--> statement-breakpoint
select open_at_gate('regions', 'region_id');--> statement-breakpoint
select open_at_gate('workspaces', 'region_id, platform, workspace');--> statement-breakpoint
select open_at_gate('reminders', 'region_id, id, due_at, settled_at');--> statement-breakpoint
select open_at_gate('deliveries', 'region_id, id, due_at, state');--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log only grows';
end $$;--> statement-breakpoint
create trigger audit_log_only_grows before update or delete or truncate on audit_log
for each statement execute function refuse_change();
