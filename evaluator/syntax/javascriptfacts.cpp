// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "languagefacts.h"

namespace Decayscope {

FileFacts javaScriptFacts(const SyntaxNode &root)
{
    return {.language = SourceLanguage::JavaScript, .isDamaged = root.hasError()};
}

} // namespace Decayscope
