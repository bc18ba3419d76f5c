// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// What a bash command does to files, as far as it can be known from its text: here-documents, `tee`, `echo` and
/// `printf` into files, `sed -i` with a literal substitution, `mv`, `cp`, `rm`, `touch`, `git apply` of a
/// here-document, `cd`. A command that may change files in another way (an inline script, a generator, a substitution
/// with variables) gives an Opaque edit for each file it names, so that nobody guesses. Nothing is executed. `folder`
/// is the folder it starts in.
[[nodiscard]] std::vector<FileEdit> shellEdits(const QString &command, const QString &folder = {});

} // namespace Decayscope
