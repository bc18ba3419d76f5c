// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

namespace Decayscope {

/// A codebook to read: every code with its definition, examples and counter-examples, children below their parents,
/// then what each version changed.
[[nodiscard]] QString codebookMarkdown(const Codebook &book);

/// Text of others in Markdown: on one line, with no meaning of its own.
[[nodiscard]] QString plainMarkdown(const QString &text);

} // namespace Decayscope
