// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <string>

namespace Decayscope {

/// What an import's module stands for.
struct ModuleTarget
{
    enum class Kind : quint8 {
        Nothing, ///< It is not known, or nothing that holds code.
        File, ///< A file of the project.
        Folder, ///< A folder of the project without code of its own: a namespace package of Python.
        Package ///< Outside of the project.
    };

    Kind kind = Kind::Nothing;
    int file = -1; ///< Index into SourceProject::files.
    std::string text; ///< The folder's path, or the package's name.
    std::string below; ///< Of packages: the module below it, dotted.

    [[nodiscard]] bool isFile() const { return kind == Kind::File; }

    bool operator==(const ModuleTarget &) const = default;
};

} // namespace Decayscope
