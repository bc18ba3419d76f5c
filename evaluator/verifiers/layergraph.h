// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layergraph.h>

#include <QByteArrayView>

namespace Decayscope {

/// The layers of a patch and the imports between them, read as analyseLayers() reads them: the imports of offending
/// edges are its violations. Imports within a layer are left out.
[[nodiscard]] LayerGraph layerGraph(QByteArrayView patch);

} // namespace Decayscope
