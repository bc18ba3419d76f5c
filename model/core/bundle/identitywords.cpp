// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identitywords.h"

#include "anonymousstudy.h"
#include "bundlereadme.h"

#include <analyses/analysis.h>
#include <figures/figurecatalogue.h>
#include <figures/tablebuilder.h>

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype shortestGuess = 3;

/// Accounts and hosts of nobody in particular.
const QStringList commonNames{u"root"_s, u"user"_s, u"admin"_s, u"nobody"_s, u"guest"_s, u"localhost"_s,
    u"localdomain"_s, u"home"_s, u"tmp"_s, u"work"_s, u"data"_s, u"main"_s, u"test"_s};

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(between, Qt::SkipEmptyParts);
}

void addWords(QSet<QString> &words, const QString &text)
{
    for (const auto &word : wordsIn(text))
        words.insert(word);
}

/// Every word that the program writes by itself, whatever the study.
QSet<QString> wordsOfProgram()
{
    QSet<QString> words(commonNames.begin(), commonNames.end());
    for (const auto &info : figureCatalogue())
        addWords(words, info.name % u' ' % info.title % u' ' % info.description);
    for (const auto &info : tableCatalogue())
        addWords(words, info.name % u' ' % info.title % u' ' % info.description);
    for (const auto &info : analysisCatalogue())
        addWords(words,
            info.name % u' ' % info.title % u' ' % info.description % u' ' % info.card.question % u' '
                % info.card.source % u' ' % info.card.assumptions.join(u' ') % u' ' % info.card.check);
    addWords(words, QString::fromUtf8(codebookJson(studyCodebook())));
    const StudyData none{
        .study = std::make_shared<const StudySnapshot>(), .labels = std::make_shared<const LabelBook>()};
    BundlePlan plan;
    plan.anonymous = true;
    addWords(words, QString::fromUtf8(bundleReadme(none, plan, {}, {})));
    return words;
}

/// A name and those of its parts that could stand alone.
void addName(QStringList &names, const QString &name)
{
    names.append(name);
    const auto parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > 1)
        names += parts;
}

QStringList namesOfSystem()
{
    QStringList names{qEnvironmentVariable("USER"), qEnvironmentVariable("LOGNAME")};
    std::array<char, 16'384> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        names.append(QString::fromLocal8Bit(found->pw_name));
        addName(names, QString::fromLocal8Bit(found->pw_gecos).section(u',', 0, 0));
    }
    const auto host = QSysInfo::machineHostName();
    return names << host << host.section(u'.', 0, 0);
}

/// Paths are long enough to be told from words.
QStringList pathsOf(const StudySnapshot &study)
{
    QStringList paths{QDir::homePath()};
    if (!study.path.isEmpty()) {
        const QFileInfo file(study.path);
        paths << file.absoluteFilePath() << file.absolutePath() << file.fileName();
    }
    paths.removeIf([](const QString &path) { return path.size() < 5 || path == u"/root"; });
    return paths;
}

} // namespace

QStringList identityWords(const StudyData &data, const QStringList &given, const QString &written)
{
    QStringList guesses = namesOfSystem();
    for (const auto &person : peopleOf(*data.labels))
        addName(guesses, person);
    guesses << data.study->name << data.study->storeId;
    static const auto own = wordsOfProgram();
    QSet<QString> more;
    addWords(more, written);
    const auto tellsNothing = [&more](const QString &guess) {
        const auto words = wordsIn(guess);
        return guess.trimmed().size() < shortestGuess
            || std::ranges::all_of(
                words, [&more](const QString &word) { return own.contains(word) || more.contains(word); });
    };
    guesses.removeIf(tellsNothing);
    auto words = given + guesses + pathsOf(*data.study);
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

} // namespace Decayscope
