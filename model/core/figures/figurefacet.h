// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace Decayscope {

/// What small multiples have one panel of.
enum class FigureFacet : quint8 { None, Model, Scaffold, Framework };

} // namespace Decayscope
