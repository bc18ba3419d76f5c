// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// What a patch does to one file, in numbers.
struct ChangedFile
{
    QString path;
    QString change; ///< "added", "modified", …
    std::optional<int> lines; ///< Of the file after the patch; only known of added ones.
    int added = 0;
    int removed = 0;
};

[[nodiscard]] std::vector<ChangedFile> changedFiles(QByteArrayView patch);

/// The pieces of a turn that have a column of their own; null texts where there are none.
struct TurnTexts
{
    QString text; ///< What the agent or a person says and thinks; of unknown turns the raw form.
    QString command;
    QString output; ///< Also of tools that fail.
    QString file; ///< That it edits first.
};

[[nodiscard]] TurnTexts textsOf(const TurnContent &turn);

} // namespace Decayscope
