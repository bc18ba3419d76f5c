// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "studydocuments.h"

namespace Decayscope {

/// What would tell whose study it is: the given words, the people of its labels, user, host and home of this system,
/// the study file's name, id and path. Words that the program itself writes anywhere ("sample", "human") tell nothing
/// and are left out, unless they were given; so are those of `written`, which it writes here besides.
[[nodiscard]] QStringList identityWords(const StudyData &data, const QStringList &given, const QString &written = {});

} // namespace Decayscope
