// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"

#include <QByteArray>

namespace Decayscope {

/// Both ends of a pipe, closed on exec.
struct Pipe
{
    Descriptor reader;
    Descriptor writer;
};
[[nodiscard]] Pipe makePipe(); ///< Its ends are closed where none can be made.

/// Bytes as an open file that nobody can change, to be read from its start.
[[nodiscard]] Descriptor memoryFile(const QByteArray &bytes);

} // namespace Decayscope
