// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bundle/manifest.h>
#include <bundle/wordmask.h>

namespace Decayscope {

/// "figures/decay.pdf holds \"alice\"": one line a file that holds a word of the mask in its name, its bytes, or what
/// its streams and documents unpack to.
[[nodiscard]] QStringList identityTraces(const std::vector<BundledFile> &files, const WordMask &mask);

} // namespace Decayscope
