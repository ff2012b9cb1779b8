/// What is known about hard tickets without asking anybody: openings, their fields, approaches and reply texts.
@NullMarked
package dev.cowork.playbook;

import org.jspecify.annotations.NullMarked;
