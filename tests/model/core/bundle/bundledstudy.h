// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bundle/studydocuments.h>

namespace Decayscope::Test {

/// An uneven study whose failed runs were labelled by the judge and, in a blind sample, by Ada Lovelace and bob, with
/// memos, quotes and an undone label.
[[nodiscard]] StudyData aLabelledStudy();

/// What must not be seen of it in an anonymous bundle.
[[nodiscard]] QStringList identitiesOfIt();

} // namespace Decayscope::Test
