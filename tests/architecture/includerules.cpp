// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "includerules.h"

#include "qtmodules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace Decayscope::Test {

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

bool isHeader(const QString &path)
{
    return path.endsWith(u".h");
}

bool isSource(const QString &path)
{
    return isHeader(path) || path.endsWith(u".cpp");
}

bool isWithin(const QString &folder, const char *folders)
{
    return std::ranges::any_of(words(folders), [&folder](const QString &allowed) {
        return allowed == u"*" || folder == allowed || folder.startsWith(allowed + u'/');
    });
}

struct Include
{
    int line = 0;
    bool isQuoted = false;
    QString header;
};

std::vector<Include> includesOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"));
    std::vector<Include> includes;
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = pattern.match(lines[i]);
        if (match.hasMatch())
            includes.push_back({static_cast<int>(i) + 1, match.captured(1) == u"\"", match.captured(2)});
    }
    return includes;
}

class TreeChecker
{
public:
    TreeChecker(const SourceTree &tree, const IncludeRules &rules)
        : m_tree(tree)
        , m_rules(rules)
    { }

    QStringList check()
    {
        for (auto file = m_tree.cbegin(); file != m_tree.cend(); ++file) {
            m_path = file.key();
            if (isSource(m_path))
                checkFile(file.value());
        }
        return m_findings;
    }

private:
    void add(const QString &sentence) { m_findings.append(m_path + u": " + sentence); }
    void add(const Include &include, const QString &sentence)
    {
        m_findings.append(m_path + u':' + QString::number(include.line) + u' ' + sentence);
    }

    void checkFile(const QString &text)
    {
        checkBanner(text);
        checkIsBuilt();
        if (m_path.startsWith(u"tests/"))
            return;
        if (!libraryOf(folderOf(m_path)))
            add(QStringLiteral("the folder is not in the table of libraries"));
        const auto includes = includesOf(text);
        for (const auto &include : includes)
            checkInclude(include);
        const auto own = nameOf(m_path).replace(QStringLiteral(".cpp"), QStringLiteral(".h"));
        if (!isHeader(m_path) && isInFolder(own) && (includes.empty() || includes.front().header != own))
            add(u"\"" + own + u"\" is not included first");
    }

    void checkBanner(const QString &text)
    {
        const auto lines = text.split(u'\n');
        const bool hasBanner = lines.size() > 2 && lines[0].startsWith(u"// SPDX-FileCopyrightText: ")
            && lines[1] == u"// SPDX-License-Identifier: GPL-3.0-or-later" && lines[2].isEmpty();
        if (!hasBanner)
            add(QStringLiteral("the two SPDX lines are missing"));
        if (isHeader(m_path) && !lines.contains(u"#pragma once"))
            add(QStringLiteral("#pragma once is missing"));
    }

    /// Some CMakeLists.txt at or above the file names it; a test's program may stand for its source.
    void checkIsBuilt()
    {
        auto folder = folderOf(m_path);
        while (true) {
            const auto list = folder.isEmpty() ? QStringLiteral("CMakeLists.txt") : folder + u"/CMakeLists.txt";
            const auto relative = folder.isEmpty() ? m_path : m_path.sliced(folder.size() + 1);
            const auto stem = relative.chopped(relative.size() - relative.lastIndexOf(u'.'));
            const bool mayBeProgram = m_path.startsWith(u"tests/") && !isHeader(m_path);
            if (namedIn(list).contains(relative) || (mayBeProgram && namedIn(list).contains(stem)))
                return;
            if (folder.isEmpty())
                break;
            folder = folder.contains(u'/') ? folderOf(folder) : QString();
        }
        add(QStringLiteral("no CMakeLists.txt names the file"));
    }

    const QSet<QString> &namedIn(const QString &list)
    {
        static const QRegularExpression separators(QStringLiteral(R"re([\s()";]+)re"));
        static const QRegularExpression comments(QStringLiteral("#[^\n]*"));
        const auto known = m_named.constFind(list);
        if (known != m_named.constEnd())
            return *known;
        const auto names = m_tree.value(list).remove(comments).split(separators, Qt::SkipEmptyParts);
        return *m_named.insert(list, QSet<QString>(names.cbegin(), names.cend()));
    }

    void checkInclude(const Include &include)
    {
        if (include.header.contains(u"../"))
            add(include, QStringLiteral("climbs out of its folder: ") + include.header);
        else if (include.isQuoted)
            checkQuoted(include);
        else if (!checkLibrary(include) && !checkQt(include) && !checkForeign(include) && isInFolder(include.header))
            add(include, u"belongs to this library, write \"" + include.header + u"\"");
    }

    void checkQuoted(const Include &include)
    {
        const bool isGenerated = include.header.endsWith(u".moc") || include.header.startsWith(u"moc_");
        if (!isGenerated && !isInFolder(include.header))
            add(include, u"belongs to another library, write <" + include.header + u'>');
    }

    /// Whether the header is one of a library of the house; adds a finding where it must not be used.
    bool checkLibrary(const Include &include)
    {
        const auto name = include.header.section(u'/', 0, 0);
        const auto *used = include.header.contains(u'/') ? libraryNamed(name) : nullptr;
        const auto *own = libraryOf(folderOf(m_path));
        if (!used || !own)
            return used != nullptr;
        if (used == own)
            add(include, u"belongs to this library, write \"" + include.header.section(u'/', 1) + u"\"");
        else if (!beneath(own).contains(name))
            add(include, nameOf(QString::fromLatin1(own->folder)) + u" must not include " + name);
        else if (!m_tree.contains(QString::fromLatin1(used->folder) + u'/' + include.header.section(u'/', 1)))
            add(include, u"there is no " + include.header);
        return true;
    }

    bool checkQt(const Include &include)
    {
        static const QRegularExpression spelled(QStringLiteral("^Qt[A-Za-z0-9]+/"));
        const auto header = include.header;
        if (spelled.match(header).hasMatch()) {
            add(include, u"write <" + nameOf(header) + u">, not <" + header + u'>');
            return true;
        }
        const auto module = qtModuleOf(header);
        if (module.isEmpty())
            return false;
        if (header == module)
            add(include, u"takes in all of " + module);
        else if (header.endsWith(u".h"))
            add(include, u"write the class, not <" + header + u'>');
        const auto row
            = std::ranges::find(m_rules.modules, module, [](const auto &one) { return QLatin1StringView(one.module); });
        if (row == m_rules.modules.end() || !isWithin(folderOf(m_path), row->folders))
            add(include, header + u" is of " + module + u", which is not for " + folderOf(m_path));
        return true;
    }

    bool checkForeign(const Include &include)
    {
        const auto row = std::ranges::find_if(m_rules.foreign,
            [&include](const auto &one) { return include.header.startsWith(QLatin1StringView(one.prefix)); });
        if (row == m_rules.foreign.end())
            return false;
        if (!isWithin(folderOf(m_path), row->folders))
            add(include, include.header + u" is not for " + folderOf(m_path));
        else if (isHeader(m_path) && !include.header.endsWith(u"_fwd.hpp"))
            add(include, include.header + u" belongs into source files only");
        return true;
    }

    [[nodiscard]] bool isInFolder(const QString &header) const
    {
        return m_tree.contains(folderOf(m_path) + u'/' + header);
    }

    [[nodiscard]] const LibraryRow *libraryOf(const QString &folder) const
    {
        const auto row = std::ranges::find(
            m_rules.libraries, folder, [](const auto &one) { return QLatin1StringView(one.folder); });
        return row == m_rules.libraries.end() ? nullptr : std::to_address(row);
    }

    [[nodiscard]] const LibraryRow *libraryNamed(const QString &name) const
    {
        const auto row = std::ranges::find(
            m_rules.libraries, name, [](const auto &one) { return nameOf(QString::fromLatin1(one.folder)); });
        return row == m_rules.libraries.end() ? nullptr : std::to_address(row);
    }

    [[nodiscard]] QSet<QString> beneath(const LibraryRow *library) const
    {
        QSet<QString> names;
        if (words(library->uses) == QStringList(QStringLiteral("*"))) {
            for (const auto &row : m_rules.libraries)
                names.insert(nameOf(QString::fromLatin1(row.folder)));
            return names;
        }
        for (const auto &name : words(library->uses)) {
            names.insert(name);
            if (const auto *used = libraryNamed(name))
                names.unite(beneath(used));
        }
        return names;
    }

    const SourceTree &m_tree;
    const IncludeRules &m_rules;
    QString m_path; ///< Of the file at hand.
    QHash<QString, QSet<QString>> m_named;
    QStringList m_findings;
};

} // namespace

QStringList findings(const SourceTree &tree, const IncludeRules &rules)
{
    return TreeChecker(tree, rules).check();
}

} // namespace Decayscope::Test
