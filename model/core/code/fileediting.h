// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// A file's text after an edit of it; nothing where the edit does not fit the text exactly, or is not one of the kinds
/// Content, Append, Replace, ReplaceAll, Insert, Lines and Diff.
[[nodiscard]] std::optional<QString> editedText(const FileEdit &edit, const QString &text);

} // namespace Decayscope
