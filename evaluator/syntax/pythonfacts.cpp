// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "languagefacts.h"

namespace Decayscope {

FileFacts pythonFacts(const SyntaxNode &root)
{
    return {.language = SourceLanguage::Python, .isDamaged = root.hasError()};
}

} // namespace Decayscope
