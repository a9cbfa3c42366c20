CREATE TABLE "account_requests" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"account" text NOT NULL,
	"name" text,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_by" text,
	CONSTRAINT "account_requests_account" UNIQUE("region_id","platform","workspace","account")
);
--> statement-breakpoint
CREATE TABLE "connect_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connect_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"account" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connect_codes" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code_hash" text NOT NULL,
	"member_id" text NOT NULL,
	"may_connect" boolean NOT NULL,
	"made_by" text,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "connect_codes_hash" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "workspace_people" (
	"region_id" text NOT NULL,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspace_people_region_id_platform_workspace_account_pk" PRIMARY KEY("region_id","platform","workspace","account")
);
--> statement-breakpoint
CREATE INDEX "connect_attempts_workspace" ON "connect_attempts" USING btree ("platform","workspace","at");--> statement-breakpoint
select protect_region('connect_codes');
--> statement-breakpoint
select open_at_gate('connect_codes', 'region_id, id, code_hash, may_connect, expires_at, used_at');
--> statement-breakpoint
select protect_region('account_requests');
--> statement-breakpoint
select protect_region('workspace_people');
--> statement-breakpoint
grant select, insert, delete on connect_attempts to tsunagi_gate;
