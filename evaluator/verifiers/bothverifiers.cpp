// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bothverifiers.h"

#include "referenceverifier.h"
#include "syntaxverifier.h"

namespace Decayscope {

Verifiers bothVerifiers()
{
    return {.reference = referenceVerifier(), .syntax = syntaxVerifier()};
}

} // namespace Decayscope
