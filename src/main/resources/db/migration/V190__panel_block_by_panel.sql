-- The way back from a panel that is removed to what it blocked.
create index panel_block_of_panel on panel_block (workspace, panel);
