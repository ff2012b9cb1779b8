/// What a workspace sets for itself: checked, version by version, with who changed what. [Setting] says what there is,
/// [SavingSettings] is the way in; `Settings` tells what holds.
@NullMarked
package dev.cowork.workspace.setting;

import org.jspecify.annotations.NullMarked;
