/** Files that survive a crash: written aside, synced, renamed. */
@NullMarked
package dev.accesskeys.rotation.internal.file;

import org.jspecify.annotations.NullMarked;
