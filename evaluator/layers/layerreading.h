// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layer.h>
#include <domain/layergraph.h>
#include <modules/modulegraph.h>

#include <QByteArrayView>

namespace Decayscope {

enum class LayerBasis : quint8 {
    None, ///< Of no layer.
    Directory,
    Name,
    Content
};

/// The layer of one file of a project and what says so.
struct FileLayer
{
    std::optional<Layer> layer; ///< Nothing for set-up, settings, helpers, tests and everything that is not judged.
    LayerBasis basis = LayerBasis::None;
    std::string why; ///< "directory services", "name user_service.py", "registers routes: router.get at 12".
    bool holdsCode = false; ///< More than imports and names passed on: it makes its layer present.

    bool operator==(const FileLayer &) const = default;
};

/// The layers of all files, in the order of SourceProject::files. Time is linear in files, facts and edges.
[[nodiscard]] std::vector<FileLayer> readLayers(const ModuleGraph &graph);

/// Directories in which files of several layers lie side by side; those files make no layer present.
struct MixedDirectory
{
    std::string directory; ///< Empty for the top of the project.
    std::vector<int> files; ///< Indexes of its layered files.

    bool operator==(const MixedDirectory &) const = default;
};

/// By path.
[[nodiscard]] std::vector<MixedDirectory> mixedDirectories(
    const SourceProject &project, const std::vector<FileLayer> &layers);

/// The layers and the imports between them as the architecture is judged in syntax mode: the imports of offending edges
/// are its violations. Imports within a layer are left out.
[[nodiscard]] LayerGraph syntaxLayerGraph(const ModuleGraph &graph);

/// The same, of a patch; any bytes.
[[nodiscard]] LayerGraph syntaxLayerGraphOfPatch(QByteArrayView patch);

} // namespace Decayscope
