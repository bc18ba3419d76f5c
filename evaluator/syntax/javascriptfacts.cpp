// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptreader.h"
#include "languagefacts.h"

namespace Decayscope {

FileFacts javaScriptFacts(const SyntaxNode &root)
{
    const JavaScriptTree tree(root);
    auto facts = JavaScriptReader(tree, root.source().size()).read();
    facts.isDamaged = root.hasError();
    return facts;
}

} // namespace Decayscope
