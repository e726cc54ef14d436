// Coverage as plain data for JSON: shares, then by document what is not reached, in both languages.

import type { Program } from "@avtal/compiler/ir/ir";
import {
  clauseShare,
  otherReadingsShare,
  percent,
  pointShare,
  type Coverage,
  type DocumentCoverage,
  type Point,
  type Share,
} from "./coverage.ts";
import { ownerWords, pointWords } from "./point-words.ts";

export function coverageJson(coverage: Coverage, programOf: (document: string) => Program): object {
  return {
    clauses: shareJson(clauseShare(coverage)),
    rows: shareJson(pointShare(coverage, "row")),
    branches: shareJson(pointShare(coverage, "branch")),
    boundaries: shareJson(pointShare(coverage, "boundary")),
    exceptions: shareJson(pointShare(coverage, "exception")),
    readings: shareJson(pointShare(coverage, "reading")),
    boundariesOfOtherReadings: shareJson(otherReadingsShare(coverage)),
    documents: coverage.documents.map((document) => documentJson(document, programOf(document.document))),
  };
}

function shareJson(share: Share): object {
  return { ...share, percent: percent(share) };
}

function documentJson({ document, clauses, points }: DocumentCoverage, program: Program): object {
  return {
    document,
    clauses: clauses.map(({ clause, isReached }) => ({ clause: clause.place, reached: isReached })),
    notReached: points.filter(({ isReached }) => !isReached).map((point) => pointJson(point, program)),
  };
}

function pointJson(point: Point, program: Program): object {
  return {
    kind: point.kind,
    clause: point.clause?.place ?? null,
    owner: point.line === null ? null : ownerWords(point.line),
    chosenReading: point.isChosen,
    says: pointWords(point, program),
  };
}
