// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "project.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qsizetype largestFile = 1'000'000; ///< Characters; larger ones are bundles.
constexpr qsizetype largestProject = 4'000'000;
constexpr std::size_t mostProjectFunctions = 50'000;
constexpr int deepestFolder = 32;

constexpr std::array<QStringView, 8> javaScriptEndings{
    u".js", u".ts", u".mjs", u".cjs", u".mts", u".cts", u".jsx", u".tsx"};
constexpr std::array<QStringView, 13> foreignFolders{u"node_modules", u"venv", u".venv", u"env", u"site-packages",
    u"dist", u"build", u"coverage", u"test", u"tests", u"__tests__", u"spec", u".git"};
constexpr std::array<QStringView, 3> testMarks{u".test.", u".spec.", u".min."};

bool endsInJavaScript(const QString &path)
{
    return std::ranges::any_of(javaScriptEndings, [&path](QStringView ending) { return path.endsWith(ending); });
}

bool isForeign(const QString &path)
{
    const auto parts = QStringView(path).split(u'/');
    const auto isForeignFolder
        = [](QStringView part) { return std::ranges::find(foreignFolders, part) != foreignFolders.end(); };
    const auto &name = parts.back();
    return std::any_of(parts.begin(), parts.end() - 1, isForeignFolder) || name.startsWith(u"test_")
        || name.endsWith(u"_test.py") || name.endsWith(u".d.ts")
        || std::ranges::any_of(testMarks, [name](QStringView mark) { return name.contains(mark); });
}

QString folderOf(const QString &path)
{
    const auto slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

/// Joins and takes out `.` and `..`; what climbs out of the project stays at its top.
QString joined(const QString &folder, QStringView relative)
{
    QStringList parts;
    const QString whole = folder + u'/' + relative;
    for (const auto part : QStringView(whole).split(u'/')) {
        if (part == u".." && !parts.isEmpty())
            parts.removeLast();
        else if (!part.isEmpty() && part != u"." && part != u"..")
            parts.append(part.toString());
    }
    return parts.join(u'/');
}

} // namespace

Project::Project(const std::map<QString, QString> &files)
{
    qsizetype characters = 0;
    std::size_t functions = 0;
    for (const auto &[path, text] : files) {
        const bool isPython = path.endsWith(u".py");
        const bool fits = text.size() <= largestFile && characters + text.size() <= largestProject;
        if ((!isPython && !endsInJavaScript(path)) || !fits || isForeign(path))
            continue;
        characters += text.size();
        auto file = readCodeFile(path, text, isPython);
        if (file.isOverfull || functions + file.functions.size() > mostProjectFunctions)
            continue;
        functions += file.functions.size();
        m_places.insert(path, count());
        m_files.push_back(std::move(file));
    }
}

qint32 Project::moduleOf(qint32 from, const QString &module) const
{
    if (module.isEmpty() || module.size() > 512)
        return -1;
    const auto folder = folderOf(file(from).path);
    return file(from).isPython ? pythonModule(folder, module) : javaScriptModule(folder, module);
}

bool Project::isOwnModule(qint32 from, const QString &module) const
{
    return module.startsWith(u'.') || moduleOf(from, module) >= 0;
}

qint32 Project::javaScriptModule(const QString &folder, const QString &module) const
{
    QStringList stems;
    if (module.startsWith(u'.')) {
        stems.append(joined(folder, module));
    } else if (module.startsWith(u"@/") || module.startsWith(u"~/") || module.startsWith(u"#/")) {
        stems
            = {joined(QStringLiteral("src"), QStringView(module).sliced(2)), joined({}, QStringView(module).sliced(2))};
    } else if (module.startsWith(u"src/")) {
        stems.append(module);
    }
    for (auto stem : stems) {
        if (const auto exact = fileAt(stem); exact >= 0)
            return exact;
        // TypeScript writes the name of the file it will become.
        const auto plain = stem.endsWith(u".js") || stem.endsWith(u".mjs") ? stem.first(stem.lastIndexOf(u'.')) : stem;
        const QString index = stem.isEmpty() ? QStringLiteral("index") : stem + QStringLiteral("/index");
        for (const auto &base : {stem, plain, index}) {
            for (const auto ending : javaScriptEndings) {
                if (const auto found = fileAt(base + ending); found >= 0)
                    return found;
            }
        }
    }
    return -1;
}

qint32 Project::pythonFileAt(const QString &stem) const
{
    if (const auto found = fileAt(stem + QStringLiteral(".py")); found >= 0)
        return found;
    return fileAt(stem.isEmpty() ? QStringLiteral("__init__.py") : stem + QStringLiteral("/__init__.py"));
}

/// Relative modules from the folder of the file; others from each folder above it, the nearest first, as a path in
/// Python's search list most likely is one of these.
qint32 Project::pythonModule(const QString &folder, const QString &module) const
{
    auto rest = QStringView(module);
    auto base = folder;
    if (rest.startsWith(u'.')) {
        rest = rest.sliced(1);
        for (; rest.startsWith(u'.'); rest = rest.sliced(1))
            base = folderOf(base);
        return pythonFileAt(joined(base, rest.toString().replace(u'.', u'/')));
    }
    const auto relative = rest.toString().replace(u'.', u'/');
    for (int i = 0; i < deepestFolder; ++i) {
        if (const auto found = pythonFileAt(joined(base, relative)); found >= 0)
            return found;
        if (base.isEmpty())
            break;
        base = folderOf(base);
    }
    return pythonFileAt(joined(QStringLiteral("src"), relative));
}

} // namespace Decayscope
