// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionstudy.h"

#include <analyses/analysis.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300'000; ///< Milliseconds.

struct Outcome
{
    int code = -1;
    QByteArray text;
};

Outcome runR(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"Rscript"_s, arguments);
    if (!process.waitForFinished(patience))
        return {};
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, .text = process.readAll()};
}

bool saved(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

/// The exported scripts, run by R: each fits the same model and compares it itself.
class TestRegressionScripts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rAgrees_data();
    void rAgrees();
    void rStopsWhereItDoesNotAgree();
};

void TestRegressionScripts::initTestCase()
{
    if (QStandardPaths::findExecutable(u"Rscript"_s).isEmpty())
        QSKIP("There is no Rscript here.");
    if (runR(u"."_s, {u"-e"_s, u"library(lme4); library(sandwich)"_s}).code != 0)
        QSKIP("R has no lme4 or no sandwich here.");
}

void TestRegressionScripts::rAgrees_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"regression", "logistic-clustered", "linear-mixed", "linear-clustered"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRegressionScripts::rAgrees()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const auto analysis = buildAnalysis(name, regressionStudy()).value();
    QCOMPARE(analysis.files.size(), std::size_t{2});
    for (const auto &file : analysis.files)
        QVERIFY(saved(folder.filePath(file.name), file.content));
    const auto outcome = runR(u"/"_s, {folder.filePath(analysis.files[0].name)});
    qInfo().noquote() << QString::fromUtf8(outcome.text);
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.text.contains("R and Decayscope agree."));
    QVERIFY(!QFile::exists(folder.filePath(u"pwned"_s)) && !QFile::exists(u"/pwned"_s));
}

void TestRegressionScripts::rStopsWhereItDoesNotAgree()
{
    const QTemporaryDir folder;
    auto analysis = buildAnalysis(u"linear-clustered", regressionStudy()).value();
    auto &script = analysis.files[0].content;
    script.replace("    estimate = c(", "    estimate = c(1000 + ");
    for (const auto &file : analysis.files)
        QVERIFY(saved(folder.filePath(file.name), file.content));
    const auto outcome = runR(folder.path(), {analysis.files[0].name});
    QVERIFY(outcome.code > 0);
    QVERIFY(outcome.text.contains("R and Decayscope differ"));
}

QTEST_GUILESS_MAIN(TestRegressionScripts)
#include "tst_regressionscripts.moc"
