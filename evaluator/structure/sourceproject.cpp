// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sourceproject.h"

#include <algorithm>

namespace Decayscope {

FilePurpose purposeOf(std::string_view /*path*/)
{
    return FilePurpose::Production;
}

SourceProject SourceProject::ofFiles(const std::map<std::string, std::string> &files)
{
    SourceProject project;
    for (const auto &[path, text] : files) {
        if (const auto language = languageOf(path))
            project.files.push_back({path, purposeOf(path), factsOf(*language, text)});
        else
            project.texts.emplace(path, text);
    }
    return project;
}

SourceProject SourceProject::ofPatch(QByteArrayView /*patch*/)
{
    return {};
}

const ProjectFile *SourceProject::file(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(files, path, {}, &ProjectFile::path);
    return found == files.end() || found->path != path ? nullptr : &*found;
}

} // namespace Decayscope
