// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// Names of the types a source defines for the whole program: not inside other types, and not in an unnamed namespace.
/// The house's layout is relied on: such definitions begin at the start of a line, unnamed namespaces end with a
/// comment.
QStringList typesOf(const QString &source)
{
    static const QRegularExpression definition(
        u"^(?:class|struct|union|enum class) (\\w+)(?: final)?(?: :[^;{]*)?\\s*\\{"_s,
        QRegularExpression::MultilineOption);
    QStringList names;
    for (const auto &match : definition.globalMatch(source))
        names << match.captured(1);
    return names;
}

/// "(int, QStringView)" of "int count, QStringView word": each parameter without its name.
QString parameterTypes(const QString &parameters)
{
    static const QRegularExpression name(u"\\s*\\b\\w+$"_s);
    QStringList types;
    for (const auto &parameter : parameters.split(u','))
        types << QString(parameter).simplified().remove(name);
    return u'(' + types.join(u", ") + u')';
}

/// Functions with the types of their parameters, defined for the whole program; of members only the classes count.
QStringList functionsOf(const QString &source)
{
    static const QRegularExpression definition(
        u"^(?!static |template|return )[A-Za-z_][\\w:<>,&* \\[\\]]*[ &*](\\w+)\\(([^(){};]*)\\)(?: noexcept)?\\n\\{"_s,
        QRegularExpression::MultilineOption);
    QStringList functions;
    for (const auto &match : definition.globalMatch(source))
        functions << match.captured(1) + parameterTypes(match.captured(2));
    return functions;
}

QString withoutUnnamed(QString source)
{
    static const QRegularExpression unnamed(u"^namespace \\{$.*?^\\} // namespace$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    return source.remove(unnamed);
}

/// "Name: file, file" for each name that is defined more than once.
QStringList clashesIn(const std::map<QString, QString> &sources)
{
    std::map<QString, std::set<QString>> places;
    for (const auto &[path, text] : sources) {
        const auto shared = withoutUnnamed(text);
        for (const auto &name : typesOf(shared) + functionsOf(shared))
            places[name].insert(path);
    }
    QStringList clashes;
    for (const auto &[name, files] : places) {
        if (files.size() > 1)
            clashes << name % u": " % QStringList(files.begin(), files.end()).join(u", "_s);
    }
    return clashes;
}

std::map<QString, QString> readSources()
{
    std::map<QString, QString> sources;
    const QDir root(QStringLiteral(DECAYSCOPE_SOURCE_DIR));
    for (const auto *top : {"app", "model", "views", "evaluator"}) {
        QDirIterator files(
            root.filePath(QLatin1StringView(top)), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.emplace(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return sources;
}

} // namespace

/// Two types of one name in one program, or two functions of one name and the same parameters, are mixed up by the
/// linker without a word: a small type is then made by the other's constructor, a result read as what it is not.
class TestOneDefinition : public QObject
{
    Q_OBJECT

private slots:
    void everyNameIsDefinedOnce()
    {
        const auto sources = readSources();
        QVERIFY(sources.size() > 100);
        const auto clashes = clashesIn(sources);
        for (const auto &clash : clashes)
            qWarning().noquote() << clash;
        QCOMPARE(clashes, QStringList());
    }

    void clashesAreFound()
    {
        const auto text = u"namespace Decayscope {\nstruct Piece\n{\n};\n}\n"_s;
        QCOMPARE(clashesIn({{u"a.h"_s, text}, {u"b.cpp"_s, text}}), QStringList(u"Piece: a.h, b.cpp"_s));
    }

    void clashesOfFunctionsAreFound()
    {
        const auto first = u"std::vector<int> records(QByteArrayView text)\n{\n}\n"_s;
        const auto second = u"QStringList records(QByteArrayView utf8)\n{\n}\nint records(int one)\n{\n}\n"_s;
        QCOMPARE(clashesIn({{u"a.cpp"_s, first}, {u"b.cpp"_s, second}}),
            QStringList(u"records(QByteArrayView): a.cpp, b.cpp"_s));
    }

    void whatIsNoClashIsLeftAlone()
    {
        const auto text = u"namespace Decayscope {\nstruct Piece\n{\n    struct Line\n    {\n    };\n};\n}\n"_s;
        const auto unnamed
            = u"namespace {\n\nclass Piece\n{\n};\n\n} // namespace\nclass Line;\nenum class Kind : int { A };\n"_s;
        QCOMPARE(clashesIn({{u"a.h"_s, text}, {u"b.cpp"_s, unnamed}}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestOneDefinition)
#include "tst_onedefinition.moc"
