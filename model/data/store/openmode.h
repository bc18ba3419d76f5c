// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace Decayscope {

/// What may happen to a store's file on opening it. "Create" makes it where it is missing.
enum class OpenMode : quint8 { ReadOnly, ReadWrite, CreateOrReadWrite };

} // namespace Decayscope
