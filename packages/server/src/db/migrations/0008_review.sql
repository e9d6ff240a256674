CREATE TABLE `contact_names` (
	`contact_id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`phone` integer NOT NULL,
	`name` text NOT NULL,
	`phone_reversed` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_names_order` ON `contact_names` (`organization_id`,`name`);--> statement-breakpoint
CREATE INDEX `contact_names_phone_end` ON `contact_names` (`organization_id`,`phone_reversed`);--> statement-breakpoint
CREATE TABLE `names_changed` (
	`contact_id` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `names_learned` (
	`id` integer PRIMARY KEY NOT NULL,
	`last_contact_id` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY NOT NULL,
	`organization_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`user_id`,`name`);--> statement-breakpoint
ALTER TABLE `conversation_tags` ADD `operation_id` integer;--> statement-breakpoint
ALTER TABLE `escalations` ADD `operation_id` integer;--> statement-breakpoint
CREATE INDEX `conversations_texter` ON `conversations` (`texter_id`) WHERE texter_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_waiting` ON `conversations` (`organization_id`,`waiting_since`) WHERE status = 2;--> statement-breakpoint
CREATE INDEX `conversations_escalated` ON `conversations` (`campaign_id`) WHERE escalated = 1;--> statement-breakpoint
CREATE INDEX `conversations_opted_out` ON `conversations` (`campaign_id`) WHERE opted_out = 1;--> statement-breakpoint
CREATE INDEX `conversations_needs_attention` ON `conversations` (`campaign_id`) WHERE needs_attention = 1;--> statement-breakpoint
CREATE INDEX `conversations_likely_opt_out` ON `conversations` (`campaign_id`) WHERE likely_opt_out = 1;--> statement-breakpoint
CREATE INDEX `messages_failed` ON `messages` (`conversation_id`,`error_code`) WHERE send_status BETWEEN 5 AND 6;--> statement-breakpoint
INSERT INTO `names_learned` (`id`, `last_contact_id`) VALUES (1, 0);--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_name_words` USING fts5(organization, name, content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2");--> statement-breakpoint
CREATE TRIGGER `contacts_renamed` AFTER UPDATE OF `first_name`, `last_name` ON `contacts`
WHEN old.first_name <> new.first_name OR old.last_name <> new.last_name BEGIN
	DELETE FROM contact_names WHERE contact_id = old.id;
	DELETE FROM contact_name_words WHERE rowid = old.id;
	INSERT OR IGNORE INTO names_changed (contact_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `contacts_deleted` AFTER DELETE ON `contacts` BEGIN
	DELETE FROM contact_names WHERE contact_id = old.id;
	DELETE FROM contact_name_words WHERE rowid = old.id;
	DELETE FROM names_changed WHERE contact_id = old.id;
	UPDATE names_learned SET last_contact_id = (SELECT ifnull(max(id), 0) FROM contacts)
	WHERE last_contact_id > (SELECT ifnull(max(id), 0) FROM contacts);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `message_words` USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");--> statement-breakpoint
INSERT INTO message_words (rowid, text) SELECT conversation_id * 8589934592 + id, text FROM messages ORDER BY conversation_id, id;--> statement-breakpoint
CREATE TRIGGER `messages_written` AFTER INSERT ON `messages` BEGIN
	INSERT INTO message_words (rowid, text) VALUES (new.conversation_id * 8589934592 + new.id, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `messages_rewritten` AFTER UPDATE OF `text`, `conversation_id` ON `messages` BEGIN
	DELETE FROM message_words WHERE rowid = old.conversation_id * 8589934592 + old.id;
	INSERT INTO message_words (rowid, text) VALUES (new.conversation_id * 8589934592 + new.id, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `messages_deleted` AFTER DELETE ON `messages` BEGIN
	DELETE FROM message_words WHERE rowid = old.conversation_id * 8589934592 + old.id;
END;
