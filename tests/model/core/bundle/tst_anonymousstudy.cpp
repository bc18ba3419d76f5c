// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledstudy.h"

#include <agreement/agreementreport.h>
#include <bundle/anonymousstudy.h>
#include <bundle/labeldocuments.h>
#include <labels/certificate.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestAnonymousStudy : public QObject
{
    Q_OBJECT

private slots:
    void peopleAreNumberedByTime();
    void documentsNameNobody();
    void labelsStay();
    void agreementStays();
    void chainsAndCertificatesHold();
    void reasonsAreNumbered();
    void masksFindWords_data();
    void masksFindWords();
    void masksHoldAnyNumberOfWords();
    void masksHoldHalfCharacters();

private:
    const StudyData m_data = Test::aLabelledStudy();
    const StudyData m_anonymous = anonymousStudy(m_data, WordMask(Test::identitiesOfIt()));
};

void TestAnonymousStudy::peopleAreNumberedByTime()
{
    QCOMPARE(peopleOf(*m_data.labels), (QStringList{u"Ada Lovelace"_s, u"bob"_s}));
    QCOMPARE(m_anonymous.labels->annotators(), (QStringList{u"judge"_s, u"annotator 1"_s, u"annotator 2"_s}));
}

void TestAnonymousStudy::documentsNameNobody()
{
    const WordMask mask(Test::identitiesOfIt());
    QVERIFY(mask.foundIn(bundledFile(studyDocuments(m_data), u"data/labels.jsonl")->content));
    for (const auto &file : studyDocuments(m_anonymous)) {
        const auto found = mask.foundIn(file.content);
        QVERIFY2(!found, qPrintable(file.path + u": " + found.value_or(QString())));
    }
}

void TestAnonymousStudy::labelsStay()
{
    const auto &then = m_data.labels->rows;
    const auto &now = m_anonymous.labels->rows;
    QCOMPARE(now.size(), then.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        QCOMPARE(now.at(i).label.code, then.at(i).label.code);
        QCOMPARE(now.at(i).target, then.at(i).target);
        QCOMPARE(now.at(i).label.memo, QString());
        QCOMPARE(now.at(i).run, then.at(i).run);
    }
}

void TestAnonymousStudy::agreementStays()
{
    const auto then = agreementReport(*m_data.labels, {.by = u"Ada Lovelace"_s, .against = u"bob"_s, .draws = 0});
    const auto now
        = agreementReport(*m_anonymous.labels, {.by = u"annotator 1"_s, .against = u"annotator 2"_s, .draws = 0});
    QVERIFY(then && now);
    QCOMPARE(now->kappa.value, then->kappa.value);
    QCOMPARE(now->alpha.value, then->alpha.value);
    QCOMPARE(now->confusion, then->confusion);
}

void TestAnonymousStudy::chainsAndCertificatesHold()
{
    QCOMPARE(chainProblems(m_anonymous.labels->log->events()), QStringList());
    const auto then = blindingCertificate(*m_data.labels, m_data.labels->samples.front().id);
    const auto now = blindingCertificate(*m_anonymous.labels, m_anonymous.labels->samples.front().id);
    QCOMPARE(now.problems, then.problems);
    QCOMPARE(now.lines.size(), then.lines.size());
    QVERIFY(now.chain != then.chain);
    QVERIFY(readStudyDocuments(studyDocuments(m_anonymous), u"bundle"_s));
}

void TestAnonymousStudy::reasonsAreNumbered()
{
    QStringList reasons;
    for (const auto &run : m_anonymous.study->runs) {
        if (run.exclusion)
            reasons.append(*run.exclusion);
    }
    reasons.removeDuplicates();
    QCOMPARE(reasons, QStringList{u"reason 1"_s});
}

void TestAnonymousStudy::masksFindWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &found) {
        QTest::newRow(name) << bytes << found;
    };
    row("nothing", "nothing to see", {});
    row("case", "by LOVELACE.", u"LOVELACE"_s);
    row("inside", "xlovelacex", u"lovelace"_s);
    row("short word", "ask Bob!", u"Bob"_s);
    row("short part", "bobbin", {});
    row("behind broken bytes", "\xff\xfe lovelace", u"lovelace"_s);
    row("wide", QByteArray("\0l\0o\0v\0e\0l\0a\0c\0e", 16), u"lovelace"_s);
    row("hexadecimal", "<FEFF004C006F00760065006C006100630065>", u"Lovelace"_s);
    row("hexadecimal small", "<feff006c006f00760065006c006100630065>", u"lovelace"_s);
}

void TestAnonymousStudy::masksFindWords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, found);
    QCOMPARE(WordMask({u"lovelace"_s, u"bob"_s}).foundIn(bytes).value_or(QString()), found);
    QCOMPARE(WordMask({}).foundIn(bytes), std::nullopt);
}

void TestAnonymousStudy::masksHoldAnyNumberOfWords()
{
    QStringList words;
    for (int i = 0; i < 3000; ++i)
        words.append(u"identity-of-nobody-%1"_s.arg(i, 5, 10, QChar(u'0')));
    const WordMask mask(words);
    QString text;
    QStringList missed;
    for (const auto &word : std::as_const(words)) {
        if (mask.foundIn(QByteArray("by " + word.toUpper().toUtf8() + '.')) != word.toUpper())
            missed.append(word);
        text += word + u", ";
    }
    QCOMPARE(missed, QStringList());
    QCOMPARE(mask.masked(text), u"[removed], "_s.repeated(words.size()));
    QCOMPARE(mask.foundIn(QByteArray("identity-of-nobody-03000")), std::nullopt);
}

void TestAnonymousStudy::masksHoldHalfCharacters()
{
    const auto half = QString(QChar(0xD800));
    const WordMask mask({u"lovelace"_s, half, u"ada"_s + half + u"love"});
    QCOMPARE(
        mask.masked(u"by Lovelace, "_s + half + u"Ada"_s + half + u"LOVE"), u"by [removed], "_s + half + u"[removed]");
    QCOMPARE(mask.foundIn(QByteArray("by Lovelace")), u"Lovelace"_s);
    QVERIFY(mask.foundIn((u"by ada"_s + half + u"love").toUtf8()));
    QCOMPARE(mask.foundIn(QByteArray("who? nobody")), std::nullopt);
}

QTEST_GUILESS_MAIN(TestAnonymousStudy)
#include "tst_anonymousstudy.moc"
