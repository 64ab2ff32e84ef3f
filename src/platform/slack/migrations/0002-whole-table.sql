select coact_whole_table('slack_installations', 'a workspace belongs to one organisation of all');
