// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing of its own: the target that precompiles core.h needs a source.
