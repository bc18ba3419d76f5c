// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "languagefacts.h"
#include "pythonreader.h"

namespace Decayscope {

FileFacts pythonFacts(const SyntaxNode &root)
{
    return PythonReader(root).facts();
}

} // namespace Decayscope
