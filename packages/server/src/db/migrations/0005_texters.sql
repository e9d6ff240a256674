CREATE TABLE `assistant_turns` (
	`conversation_id` integer PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `assistant_turns_due` ON `assistant_turns` (`due_at`);--> statement-breakpoint
CREATE TABLE `escalations` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`conversation_id` integer NOT NULL,
	`user_id` integer,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `escalations_conversation` ON `escalations` (`conversation_id`,`id`);--> statement-breakpoint
CREATE INDEX `escalations_open` ON `escalations` (`organization_id`,`created_at`) WHERE resolved_at IS NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `auto_send_next_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `request_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_request` ON `messages` (`organization_id`,`request_key`) WHERE request_key IS NOT NULL;