import type { Component } from "obsidian";
import { jobRunner, type JobRunner } from "../compute/job-runner";
import { jobHost } from "./job-host";

/** Jobs for as long as `owner` is loaded; unloading stops them all. */
export function startJobs(owner: Component): JobRunner {
  const jobs = jobRunner(jobHost);
  owner.register(() => jobs.close());
  return jobs;
}
